import type { View } from './stage/orbit.ts';

/** Every text of the viewport, in one place for translation. */
export const words = {
  keys: 'Arrow keys turn the avatar, plus and minus zoom, Home or 0 resets the view.',
  view: 'View',
  views: { face: 'Face', bust: 'Bust', hands: 'Hands', full: 'Full' } satisfies Record<View, string>,
  reset: 'Reset view',
  lost: 'The graphics were interrupted; they come back by themselves.',
  failed:
    'The avatar cannot be drawn any more. Show another one, or close the window and open it again to get it back.',
  unsupported: 'This computer offers no 3D graphics (WebGL) to the studio, so the avatar cannot be shown.',
};
