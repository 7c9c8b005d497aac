let isPointing = false;
let isClicked = false;
let isFollowing = false;

/** Whether the focus came by a click to where it is; known from the first call of `followFocus` on. */
export const isFocusClicked = (): boolean => isClicked;

/** Follows the focus from now on, for as long as the page is there. */
export function followFocus(): void {
  if (isFollowing) return;
  isFollowing = true;
  const point = ({ type }: PointerEvent): void => {
    isPointing = type === 'pointerdown';
  };
  addEventListener('pointerdown', point, { capture: true });
  addEventListener('pointerup', point, { capture: true });
  addEventListener('pointercancel', point, { capture: true });
  addEventListener('focusin', () => {
    isClicked = isPointing;
  });
}
