import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignHandSides, type HandCandidate } from './handSides.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const distance = fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: undefined });
const candidate = fc.record({
  leftProbability: probability,
  wristDistance: fc.record({ left: distance, right: distance }),
});

const hand = (leftProbability: number, left?: number, right?: number): HandCandidate => ({
  leftProbability,
  wristDistance: { left, right },
});
const sides = (...hands: readonly HandCandidate[]): string[] =>
  assignHandSides(hands)
    .sort((a, b) => a.index - b.index)
    .map(({ side }) => side);

describe('the sides of hands', () => {
  it('are given to each hand once, and never twice the same', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 2 }), (hands) => {
        const sided = assignHandSides(hands);
        expect(sided.map(({ index }) => index).sort()).toEqual(hands.map((_, i) => i));
        expect(new Set(sided.map(({ side }) => side)).size).toBe(hands.length);
        for (const { confidence } of sided) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("follow the pose's wrists against a wrong label, also where arms cross", () => {
    expect(sides(hand(0.02, 0.05, 1))).toEqual(['left']);
    expect(sides(hand(0.98, 1.2, 0.05), hand(0.02, 0.05, 1.2))).toEqual(['right', 'left']);
    expect(sides(hand(0.02, 0.05, 1.2), hand(0.98, 1.2, 0.05))).toEqual(['left', 'right']);
    expect(assignHandSides([hand(0.02, 0.05, 1)])[0]?.confidence).toBeGreaterThan(0.95);
  });

  it('follow the label where both wrists are equally near', () => {
    expect(sides(hand(0.9, 0.1, 0.1))).toEqual(['left']);
    expect(sides(hand(0.1, 0.1, 0.1))).toEqual(['right']);
    expect(sides(hand(0.7, 0.1, 0.1), hand(0.9, 0.1, 0.1))).toEqual(['right', 'left']);
  });

  it('follow the label without a pose, with its own confidence', () => {
    expect(assignHandSides([hand(0.8)])).toEqual([{ index: 0, side: 'left', confidence: 0.8 }]);
    expect(assignHandSides([hand(0.25)])).toEqual([{ index: 0, side: 'right', confidence: 0.75 }]);
    expect(sides(hand(0.9), hand(0.6))).toEqual(['left', 'right']);
  });

  it('leave a lone hand with a sure label above the usual gate, where the pose is invented far from it', () => {
    const [sided] = assignHandSides([hand(0.97, 5, 4)]);
    expect(sided?.side).toBe('left');
    expect(sided?.confidence).toBeGreaterThan(0.6);
  });
});
