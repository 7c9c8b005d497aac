import { type Channel, type ChannelName, HEAD_LENGTH } from '../landmarkFrame.ts';
import { blendQuaternions } from './quaternion.ts';

/** Straight blend of numbers `start..end`: `from` at 0, `to` at 1. `result` may be `from` or `to`. */
export function blendNumbers(
  from: Float32Array,
  to: Float32Array,
  share: number,
  result: Float32Array,
  start = 0,
  end = result.length,
): void {
  for (let i = start; i < end; i++) {
    const a = from[i] ?? 0;
    result[i] = a + ((to[i] ?? 0) - a) * share;
  }
}

/** Blend of head poses: the rotation as a quaternion, the translation straight. */
export function blendHeads(from: Float32Array, to: Float32Array, share: number, result: Float32Array): void {
  blendQuaternions(from, to, share, result);
  blendNumbers(from, to, share, result, 4, HEAD_LENGTH);
}

/** Blends all numbers of a channel. */
export function blendChannels(
  name: ChannelName,
  from: Channel<string>,
  to: Channel<string>,
  share: number,
  result: Channel<string>,
): void {
  for (const signal in result.signals) {
    const a = from.signals[signal];
    const b = to.signals[signal];
    const target = result.signals[signal];
    if (!a || !b || !target) continue;
    if (name === 'face' && signal === 'head') blendHeads(a, b, share, target);
    else blendNumbers(a, b, share, target);
  }
}
