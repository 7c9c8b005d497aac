export { createIFacialMocapDecoder } from './decodeFrame.ts';
export { encodeIFacialMocap, type IFacialMocapDialect } from './encodeFrame.ts';
export { createFrameStream, FRAME_ENDS, type FrameStream } from './frameStream.ts';
export {
  HANDSHAKES,
  type Handshake,
  type HandshakeName,
  PHONE_COMMANDS,
  type PhoneCommand,
} from './handshake.ts';
