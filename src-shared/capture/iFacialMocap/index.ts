export { createIFacialMocapDecoder } from './decodeFrame.ts';
export { encodeIFacialMocap } from './encodeFrame.ts';
export { createFrameStream } from './frameStream.ts';
export { HANDSHAKES, PHONE_COMMANDS } from './handshake.ts';
