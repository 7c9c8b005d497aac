import './kbd.css';

/** Keys as they are written on a keyboard, where they differ from their names in the DOM. */
const KEY_LABELS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** A key, or keys joined by `+`. */
export function Kbd({ children }: { readonly children: string }) {
  const keys = children === '+' ? ['+'] : children.split('+');
  return <kbd className="ui-kbd">{keys.map((key) => KEY_LABELS[key] ?? key).join(' ')}</kbd>;
}
