export { Inspector } from './inspector/Inspector.tsx';
export { openClip } from './openClip.ts';
export { createPlayerSource } from './playerSource.ts';
export { VideoPane } from './stage/VideoPane.tsx';
export { Transport } from './transport/Transport.tsx';
