import type { CaptureFrame } from './captureFrame.ts';

/**
 * What a packet was. `frame`: the whole frame was filled. `alive`: the sender runs but sees nobody; device id, subject and
 * the two `…Found` were set. `part`: one of several packets that make a frame; nothing is to be done with it yet.
 * `foreign`: of another version or protocol. `malformed`: not to be read. The frame stays as it was with the last three.
 */
export type PacketOutcome = 'frame' | 'alive' | 'part' | 'foreign' | 'malformed';

/**
 * Reads one packet of a protocol into a frame. It never throws and never lets through a number that is not finite. One
 * decoder serves one socket; what it remembers of senders is bounded.
 */
export type PacketDecoder = (packet: Uint8Array, frame: CaptureFrame) => PacketOutcome;
