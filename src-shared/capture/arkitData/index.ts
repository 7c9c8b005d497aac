export { decodeArkitData } from './decodeMessage.ts';
export { encodeArkitData } from './encodeMessage.ts';
