import type { CaptureView } from '#shared/contract/index.ts';

/** Whose face the avatar shows. */
export interface Shown {
  /** A subject's id; nothing where the avatar shows a clip. */
  readonly id: number | undefined;
  /** A first one has been shown since capture was armed: from then on only the user changes it. */
  readonly hasFollowed: boolean;
}

export const NOBODY: Shown = { id: undefined, hasFollowed: false };

/** Goes to the first face or body that comes after arming, and back when capture is disarmed. */
export function shownAfter(
  shown: Shown,
  { isArmed, subjects }: Pick<CaptureView, 'isArmed' | 'subjects'>,
): Shown {
  if (!isArmed) return NOBODY;
  if (shown.hasFollowed) return shown;
  const first = subjects.find(({ status }) => status === 'face' || status === 'body');
  return first ? { id: first.id, hasFollowed: true } : shown;
}
