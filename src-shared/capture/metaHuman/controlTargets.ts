import { ARKIT_INDEX } from '../../face/index.ts';
import { clearExpressionControls } from './expressionControls.ts';
import type { MetaHumanSubject } from './subject.ts';

/** What the values of a subject's packets mean, one after another. */
export interface ControlTargets {
  /** Position in `CaptureFrame.channels` that each value adds to; -1 where the control is not known. */
  readonly channels: Int16Array;
  /** How much of each value is added. */
  readonly shares: Float32Array;
  /** Whether any control is known. */
  readonly isReadable: boolean;
}

interface Share {
  readonly channel: number;
  readonly share: number;
}

/**
 * Controls of type `arkit` by their ARKit name, with a small or a capital first letter (the wire's spelling is not
 * documented); of type `mha`, MetaHuman's own, those that give back a coefficient (see `clearExpressionControls`).
 */
export function controlTargetsOf({ type, controls }: MetaHumanSubject['animationMetadata']): ControlTargets {
  const expressions = type === 'mha' ? expressionShares() : new Map<string, Share>();
  const targets = controls.map((name) => (type === 'arkit' ? arkitShare(name) : expressions.get(name)));
  return {
    channels: Int16Array.from(targets, (target) => target?.channel ?? -1),
    shares: Float32Array.from(targets, (target) => target?.share ?? 0),
    isReadable: targets.some((target) => target !== undefined),
  };
}

function arkitShare(name: string): Share | undefined {
  const channel = ARKIT_INDEX.get(name.charAt(0).toLowerCase() + name.slice(1));
  return channel === undefined ? undefined : { channel, share: 1 };
}

function expressionShares(): ReadonlyMap<string, Share> {
  return new Map(
    [...clearExpressionControls()].flatMap(([coefficient, controls]) => {
      const channel = ARKIT_INDEX.get(coefficient) ?? -1;
      return controls.map((control) => [control, { channel, share: 1 / controls.length }] as const);
    }),
  );
}
