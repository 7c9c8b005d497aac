/** How far CC4's eyes turn at weight 1 of their look targets, in radians: 40 degrees sideways, 20 up and down. */
export const LOOK_SIDE_RADIANS = (40 * Math.PI) / 180;
export const LOOK_UP_DOWN_RADIANS = (20 * Math.PI) / 180;
