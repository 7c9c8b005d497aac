/** Places in `RIG_LAYERS`. */
export const LAYER = { idle: 0, tracking: 1, speech: 2, emotion: 3, micro: 4, manual: 5 } as const;
/** Places in `FACE_DRIVERS`. */
export const DRIVER = { idle: 0, tracking: 1, audio: 2, text: 3 } as const;
