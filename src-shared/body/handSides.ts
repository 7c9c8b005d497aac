import type { Side } from './landmarks.ts';

/** What speaks for a hand being the subject's left or right one. Distances are in shoulder widths. */
export interface HandCandidate {
  /** Probability that this is a left hand by the hand model's own label, 0..1. */
  readonly leftProbability: number;
  /** Distance from the hand's wrist to the pose's wrist of each side; undefined where the pose does not show it. */
  readonly wristDistance: Readonly<Record<Side, number | undefined>>;
}

export interface SidedHand {
  readonly index: number;
  readonly side: Side;
  /** 0..1: how well the pose's wrist or, failing that, the label speaks for this side. */
  readonly confidence: number;
}

/**
 * Distance at which wrist agreement has fallen to 1/e. A tracked hand's wrist lies a median 0.05 shoulder widths from
 * the pose's wrist; half a shoulder width away it is more likely another hand.
 */
const AGREEMENT_RADIUS = 0.5;
/**
 * Most that the label alone is worth. Where only a hand is in the picture the pose is invented, and a sure label must
 * still carry the hand over the usual gate of 0.6.
 */
const LABEL_WORTH = 0.7;
/** The label breaks ties between sides: it is right mostly, but flips in motion. */
const TIE_WEIGHT = 0.2;

const labelFor = (hand: HandCandidate, side: Side): number =>
  side === 'left' ? hand.leftProbability : 1 - hand.leftProbability;

function confidenceFor(hand: HandCandidate, side: Side): number {
  const label = labelFor(hand, side);
  const distance = hand.wristDistance[side];
  if (distance === undefined) return label;
  return Math.max(Math.exp(-((distance / AGREEMENT_RADIUS) ** 2)), LABEL_WORTH * label);
}

/**
 * Gives each detected hand (at most two) the side that the pose's wrists say, each side at most once. The label
 * breaks ties and serves where the pose shows no wrist near, because it flips between frames while wrists do not.
 */
export function assignHandSides(hands: readonly HandCandidate[]): SidedHand[] {
  const score = (hand: HandCandidate, side: Side): number =>
    confidenceFor(hand, side) + TIE_WEIGHT * labelFor(hand, side);
  const take = (index: number, hand: HandCandidate, side: Side): SidedHand => ({
    index,
    side,
    confidence: confidenceFor(hand, side),
  });
  const [first, second] = hands;
  if (!first) return [];
  if (!second) return [take(0, first, score(first, 'left') >= score(first, 'right') ? 'left' : 'right')];
  const straight = score(first, 'left') + score(second, 'right');
  const crossed = score(first, 'right') + score(second, 'left');
  return straight >= crossed
    ? [take(0, first, 'left'), take(1, second, 'right')]
    : [take(0, first, 'right'), take(1, second, 'left')];
}
