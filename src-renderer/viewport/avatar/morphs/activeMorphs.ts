/** Weights below this move nothing that a screen shows: of a target that moves 3 cm, a hundredth of a millimetre. */
const INVISIBLE = 0.0004;

/** Which of a mesh's targets are at work now, packed for its shader: target and weight, target and weight. */
export interface ActiveMorphs {
  /** Numbers of vec4s: two targets each. */
  readonly packed: Float32Array;
  count: number;
}

export function createActiveMorphs(targetCount: number): ActiveMorphs {
  return { packed: new Float32Array(4 * Math.max(1, Math.ceil(targetCount / 2))), count: 0 };
}

/**
 * Lists the targets with a weight.
 * @param channels per target of the mesh its place among the weights; -1 for a target that nothing drives
 */
export function listActive(active: ActiveMorphs, channels: Int16Array, weights: Float32Array): void {
  let count = 0;
  for (let target = 0; target < channels.length; target++) {
    const channel = channels[target] ?? -1;
    const weight = channel < 0 ? 0 : (weights[channel] ?? 0);
    if (weight < INVISIBLE && weight > -INVISIBLE) continue;
    active.packed[2 * count] = target;
    active.packed[2 * count + 1] = weight;
    count++;
  }
  active.count = count;
}
