export { LOCATION_STRIDE } from './stage/locate.ts';
export type { AvatarCost } from './stage/messages.ts';
export type { AvatarFile } from './stage/remoteStage.ts';
export { drawsInSoftware } from './stage/softwareGraphics.ts';
export { Stage } from './stage/stage.ts';
export { Viewport } from './Viewport.tsx';
