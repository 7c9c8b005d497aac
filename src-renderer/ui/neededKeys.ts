/** Roles in which every key means something: what is typed into, and lists that one searches by typing. */
const ALL_KEYS = new Set(
  'textbox searchbox combobox listbox option menu menuitem menuitemcheckbox menuitemradio dialog alertdialog'.split(
    ' ',
  ),
);
/** Roles in which the space bar presses. */
const PRESSED = new Set('button link checkbox switch radio tab row gridcell treeitem'.split(' '));
/** Roles in which arrows, Home and End move. A grid of one column takes what it needs, up and down, before. */
const MOVED = new Set(
  'slider spinbutton radio radiogroup tab tablist tree treeitem scrollbar separator'.split(' '),
);

const isMove = (key: string): boolean => key.startsWith('Arrow') || key === 'Home' || key === 'End';

/**
 * Whether a widget needs a key for itself.
 *
 * @param role its ARIA role
 * @param isClicked whether the focus came by a click: after that the space bar plays, and does not press again
 */
export function needsKey(role: string, key: string, isClicked: boolean): boolean {
  if (ALL_KEYS.has(role)) return true;
  if (key === ' ') return PRESSED.has(role) && !isClicked;
  return isMove(key) && MOVED.has(role);
}

/** What keeps the keyboard until it is closed. */
const DIALOGS = new Set(['dialog', 'alertdialog']);
/** What has an undo and every character for itself. */
const TYPED = new Set(['textbox', 'searchbox']);

/** Whether a key is for a dialog. */
export function isInDialog({ target }: KeyboardEvent): boolean {
  return rolesAround(target).some((role) => DIALOGS.has(role));
}

/** Whether a key is for a text, or for a dialog. */
export function isTyping({ target }: KeyboardEvent): boolean {
  return rolesAround(target).some((role) => TYPED.has(role) || DIALOGS.has(role));
}

/** The roles of an element and all that it is in, from it outwards. */
function rolesAround(target: EventTarget | null): string[] {
  const roles: string[] = [];
  for (let each = target instanceof Element ? target : null; each; each = each.parentElement) {
    roles.push(roleOf(each));
  }
  return roles;
}

const IMPLIED_ROLES: Readonly<Record<string, string>> = {
  A: 'link',
  BUTTON: 'button',
  DIALOG: 'dialog',
  SELECT: 'combobox',
  SUMMARY: 'button',
  TEXTAREA: 'textbox',
};
const INPUT_ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  submit: 'button',
};

/** The ARIA role of an element, its own or that of its tag; '' for none. */
export function roleOf(element: Element): string {
  const role = element.getAttribute('role');
  if (role !== null) return role;
  if (element instanceof HTMLInputElement) return INPUT_ROLES[element.type] ?? 'textbox';
  if (element instanceof HTMLElement && element.isContentEditable) return 'textbox';
  return IMPLIED_ROLES[element.tagName] ?? '';
}
