import type { Pose } from '../layers/index.ts';
import type { Translator } from '../mapping/index.ts';
import type { Constraint, ConstraintsPreset } from '../presets/index.ts';

/** Targets that stand for a name by less than this of it are not held to its rules. */
const MAIN_SHARE = 0.5;

/** Holds a face to the rules, in place. Continuous: a small change of the face is a small change of what is left. */
export type Constraints = (pose: Pose) => void;

/**
 * Compiles rules by CC4 Extended names for an avatar's targets. A rule does nothing where the avatar lacks one of its
 * targets, but for a total, in which those count that there are. Kinds of rules are applied one after another:
 * antagonists, at most, balance, totals, yields.
 */
export function compileConstraints({ rules }: ConstraintsPreset, translator: Translator): Constraints {
  const main = (name: string): number[] =>
    translator.targetsOf(name).flatMap(({ index, weight }) => (weight >= MAIN_SHARE ? [index] : []));
  const part = antagonists(ofKind(rules, 'antagonists'), main);
  const limit = atMost(ofKind(rules, 'at_most'), main);
  const balance = balanced(ofKind(rules, 'balanced'), main);
  const total = totals(ofKind(rules, 'total'), main);
  const yielding = yields(ofKind(rules, 'yields'), main);
  return ({ weights }) => {
    part(weights);
    limit(weights);
    balance(weights);
    total(weights);
    yielding(weights);
  };
}

type Names = (name: string) => number[];
type Step = (weights: Float32Array) => void;
type Rule<K> = Extract<Constraint, { rule: K }>;

function ofKind<K extends Constraint['rule']>(rules: readonly Constraint[], kind: K): Rule<K>[] {
  return rules.filter((rule): rule is Rule<K> => rule.rule === kind);
}

/** Pairs of targets, each once; an avatar may have one target for two names. */
function pairs(lefts: readonly number[], rights: readonly number[]): [number, number][] {
  return lefts.flatMap((left, i) => {
    const right = rights[i] ?? rights[0];
    return right === undefined || right === left ? [] : [[left, right] satisfies [number, number]];
  });
}

function antagonists(rules: readonly Rule<'antagonists'>[], main: Names): Step {
  const all = rules.flatMap(({ a, b, strength }) =>
    pairs(main(a), main(b)).map(([left, right]) => ({ left, right, strength })),
  );
  const as = Uint16Array.from(all, ({ left }) => left);
  const bs = Uint16Array.from(all, ({ right }) => right);
  const strengths = Float32Array.from(all, ({ strength }) => strength);
  return (weights) => takeCommon(weights, as, bs, strengths);
}

// By itself with its arrays handed in, which engines compile best where there are several rigs.
function takeCommon(weights: Float32Array, as: Uint16Array, bs: Uint16Array, strengths: Float32Array): void {
  for (let i = 0; i < as.length; i++) {
    const a = weights[as[i] ?? 0] ?? 0;
    const b = weights[bs[i] ?? 0] ?? 0;
    if (a <= 0 || b <= 0) continue;
    const common = Math.min(a, b) * (strengths[i] ?? 0);
    weights[as[i] ?? 0] = a - common;
    weights[bs[i] ?? 0] = b - common;
  }
}

function atMost(rules: readonly Rule<'at_most'>[], main: Names): Step {
  const all = rules.flatMap(({ target, others }) => {
    const found = others.map(main);
    if (found.some(({ length }) => length === 0)) return [];
    return main(target).map((at) => ({ at, others: found.flat() }));
  });
  const limited = Uint16Array.from(all, ({ at }) => at);
  const groups = createGroups(all.map(({ others }) => others));
  return (weights) => {
    for (let i = 0; i < limited.length; i++) {
      const at = limited[i] ?? 0;
      const weight = weights[at] ?? 0;
      if (weight > 0) weights[at] = Math.min(weight, groups.sum(weights, i));
    }
  };
}

function balanced(rules: readonly Rule<'balanced'>[], main: Names): Step {
  const all = rules.flatMap(({ left, right, difference }) =>
    pairs(main(left), main(right)).map(([a, b]) => ({ a, b, difference })),
  );
  const as = Uint16Array.from(all, ({ a }) => a);
  const bs = Uint16Array.from(all, ({ b }) => b);
  const differences = Float32Array.from(all, ({ difference }) => difference);
  return (weights) => {
    for (let i = 0; i < as.length; i++) {
      const a = as[i] ?? 0;
      const b = bs[i] ?? 0;
      const apart = (weights[a] ?? 0) - (weights[b] ?? 0);
      const excess = Math.abs(apart) - (differences[i] ?? 0);
      if (excess <= 0) continue;
      const shift = apart > 0 ? excess / 2 : -excess / 2;
      weights[a] = (weights[a] ?? 0) - shift;
      weights[b] = (weights[b] ?? 0) + shift;
    }
  };
}

function totals(rules: readonly Rule<'total'>[], main: Names): Step {
  const most = Float32Array.from(rules, ({ sum }) => sum);
  const groups = createGroups(rules.map(({ targets }) => targets.flatMap(main)));
  return (weights) => {
    for (let i = 0; i < most.length; i++) {
      const sum = groups.sum(weights, i);
      const limit = most[i] ?? 0;
      if (sum > limit) groups.scale(weights, i, limit / sum);
    }
  };
}

function yields(rules: readonly Rule<'yields'>[], main: Names): Step {
  const all = rules.flatMap(({ target, to, sum }) =>
    pairs(main(target), main(to)).map(([yielding, first]) => ({ yielding, first, sum })),
  );
  const yieldings = Uint16Array.from(all, ({ yielding }) => yielding);
  const firsts = Uint16Array.from(all, ({ first }) => first);
  const sums = Float32Array.from(all, ({ sum }) => sum);
  return (weights) => {
    for (let i = 0; i < yieldings.length; i++) {
      const at = yieldings[i] ?? 0;
      const left = Math.max(0, (sums[i] ?? 0) - (weights[firsts[i] ?? 0] ?? 0));
      if ((weights[at] ?? 0) > left) weights[at] = left;
    }
  };
}

/** Lists of targets, one after another in one array. */
function createGroups(lists: readonly (readonly number[])[]) {
  const different = lists.map((list) => [...new Set(list)]);
  const members = Uint16Array.from(different.flat());
  const ends = new Uint16Array(lists.length);
  let end = 0;
  for (const [i, list] of different.entries()) {
    end += list.length;
    ends[i] = end;
  }
  const startOf = (group: number): number => (group === 0 ? 0 : (ends[group - 1] ?? 0));
  return {
    sum(weights: Float32Array, group: number): number {
      let sum = 0;
      for (let i = startOf(group); i < (ends[group] ?? 0); i++) sum += weights[members[i] ?? 0] ?? 0;
      return sum;
    },
    scale(weights: Float32Array, group: number, factor: number): void {
      for (let i = startOf(group); i < (ends[group] ?? 0); i++) {
        const at = members[i] ?? 0;
        weights[at] = (weights[at] ?? 0) * factor;
      }
    },
  };
}
