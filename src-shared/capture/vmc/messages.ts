import { createByteNames } from '../byteNames.ts';
import type { OscMessage } from '../osc/message.ts';
import { VMC } from './addresses.ts';

const ADDRESSES = [VMC.OK, VMC.T, VMC.ROOT, VMC.BONE, VMC.BLEND, VMC.APPLY] as const;
export type VmcAddress = (typeof ADDRESSES)[number];

const placeOf = createByteNames(
  ADDRESSES.map((address, place) => [address, place]),
  { ignoresCase: true },
);
/** A place and a rotation. */
const TRANSFORM_NUMBERS = 7;
/** No sender means a place of a thousand kilometres, or such a weight. */
const LARGEST_NUMBER = 1e6;

/** Which of the messages it is that tell a performance; undefined for all others. */
export function vmcAddress(message: OscMessage): VmcAddress | undefined {
  return ADDRESSES[message.addressIn(placeOf)];
}

/** Whether the message has the arguments that its address asks for; more are allowed. */
export function isSound(message: OscMessage): boolean {
  switch (vmcAddress(message)) {
    case VMC.OK:
    case VMC.T:
      return Number.isFinite(message.numberAt(0));
    case VMC.ROOT:
    case VMC.BONE:
      return message.isTextAt(0) && areUsable(message, TRANSFORM_NUMBERS);
    case VMC.BLEND:
      return message.isTextAt(0) && areUsable(message, 1);
    default:
      return true;
  }
}

function areUsable(message: OscMessage, count: number): boolean {
  for (let i = 1; i <= count; i++) if (!(Math.abs(message.numberAt(i)) <= LARGEST_NUMBER)) return false;
  return true;
}

/**
 * Whether the sender shows somebody: its model is loaded, and where it tells of its tracking (from version 2.7 on), that
 * works.
 */
export function showsSomebody(ok: OscMessage): boolean {
  return isLoaded(ok) && ok.numberAt(3) !== 0;
}

/** Whether the sender has a model, and so anything to tell. */
export const isLoaded = (ok: OscMessage): boolean => ok.numberAt(0) !== 0;
