/** What may end a frame, the surest sign last. */
export const SIGN = {
  NONE: -1,
  /** A bone comes that has come already: a new frame has begun. */
  REPEAT: 0,
  /** A packet tells every bone that this sender has. */
  ALL_BONES: 1,
  /** The weights are complete. */
  APPLY: 2,
  /** The time comes at the end of a packet or in one of its own. */
  TIME: 3,
} as const;

type Sign = (typeof SIGN)[keyof typeof SIGN];

/** As many frames without the sign that is waited for, and it is a lost packet no more. */
const PATIENCE = 3;

export interface FrameEnd {
  /** Whether the frame ends here. */
  isEnd(sign: Sign): boolean;
}

/**
 * Finds out what a sender ends its frames with. The protocol does not say: a frame is spread over several packets in an
 * order that each application chooses. Virtual Motion Capture and the protocol's own examples send root, bones, weights
 * with `Apply`, and the time last. Senders of faces alone end with `Apply`. SlimeVR sends the time and all bones, in
 * this order, in one packet. So the surest sign that a sender gives is the one that ends its frames; the first frames of
 * one that does not give the time last are waited for.
 */
export function createFrameEnd(): FrameEnd {
  const missed = new Uint8Array(SIGN.TIME + 1);
  let expected: Sign = SIGN.TIME;
  return {
    isEnd(sign) {
      if (sign === SIGN.NONE) return false;
      if (sign < expected) {
        missed[sign] = (missed[sign] ?? 0) + 1;
        if ((missed[sign] ?? 0) < PATIENCE) return false;
      }
      expected = sign;
      missed.fill(0);
      return true;
    },
  };
}
