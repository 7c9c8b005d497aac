import { describe, expect, it } from 'vitest';
import { HAND_LANDMARKS, POSE_LANDMARKS } from '#shared/body/index.ts';
import { type Bones, HAND_BONES, POSE_BONES } from './bones.ts';

const pairsOf = (bones: Bones): number[][] =>
  Array.from({ length: bones.length / 2 }, (_, i) => [...bones.subarray(2 * i, 2 * i + 2)]);

describe('bones', () => {
  it('join landmarks that there are, each two once', () => {
    for (const [bones, count] of [
      [HAND_BONES, HAND_LANDMARKS.length],
      [POSE_BONES, POSE_LANDMARKS.length],
    ] as const) {
      expect(bones.every((landmark) => landmark < count)).toBe(true);
      const pairs = pairsOf(bones).map((pair) => pair.sort((a, b) => a - b).join());
      expect(new Set(pairs).size).toBe(pairs.length);
    }
  });

  it('reach every landmark of a hand', () => {
    expect(new Set(HAND_BONES).size).toBe(HAND_LANDMARKS.length);
    expect(pairsOf(HAND_BONES)).toHaveLength(21);
  });
});
