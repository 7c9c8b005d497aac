export { createIFacialMocapDecoder } from './decodeFrame.ts';
export { encodeIFacialMocap } from './encodeFrame.ts';
export { HANDSHAKES } from './handshake.ts';
