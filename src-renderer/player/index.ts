export { readColours } from './channelColours.ts';
export { Inspector } from './inspector/Inspector.tsx';
export { openClip } from './openClip.ts';
export { FigurePainter } from './overlay/figurePainter.ts';
export { createPlayerSource } from './playerSource.ts';
export { letterbox } from './stage/letterbox.ts';
export { VideoPane } from './stage/VideoPane.tsx';
export { Transport } from './transport/Transport.tsx';
