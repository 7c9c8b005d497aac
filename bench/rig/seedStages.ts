import type { Weights } from './seedMapper.ts';

/** Section 4.2: a copy of the base, and the emotion's weights added with saturation. */
export function blendEmotion(
  base: Weights,
  presets: Readonly<Record<string, Weights>>,
  emotion: string,
  intensity: number,
): Weights {
  const result = { ...base };
  const preset = presets[emotion];
  if (!preset) return result;
  for (const [morph, value] of Object.entries(preset)) {
    result[morph] = Math.min(1, (result[morph] ?? 0) + value * intensity);
  }
  return result;
}

/** Section 4.3: the micro-expressions at this moment, and the one that is wanted. */
export function microExpression(type: string, progress: number): Weights {
  const intensity = Math.sin(progress * Math.PI);
  const expressions: Record<string, Weights> = {
    subtle_smile: { Mouth_Smile_L: 0.2 * intensity, Mouth_Smile_R: 0.2 * intensity },
    eye_flash: {
      Eye_Wide_L: 0.3 * intensity,
      Eye_Wide_R: 0.3 * intensity,
      Brow_Raise_L: 0.2 * intensity,
      Brow_Raise_R: 0.2 * intensity,
    },
  };
  return expressions[type] ?? {};
}

/** Section 4.4: the way from one viseme to the next over the union of their targets. */
export function visemeTransition(
  shapes: Readonly<Record<string, Weights>>,
  from: string,
  to: string,
  progress: number,
): Weights {
  const fromShapes = shapes[from] ?? {};
  const toShapes = shapes[to] ?? {};
  const eased = from === 'B_M_P' && VOWELS.has(to) ? 1 - (1 - progress) ** 3 : progress;
  const result: Weights = {};
  for (const morph of new Set([...Object.keys(fromShapes), ...Object.keys(toShapes)])) {
    const start = fromShapes[morph] ?? 0;
    const end = toShapes[morph] ?? 0;
    result[morph] = start + (end - start) * eased;
  }
  return result;
}

const VOWELS = new Set(['AE', 'Ah', 'EE', 'Er', 'IH', 'Oh', 'W_OO']);

/** What the stages are merged with: the greater weight of each target, in a new dictionary. */
export function merge(base: Weights, added: Weights): Weights {
  const result = { ...base };
  for (const [morph, value] of Object.entries(added)) result[morph] = Math.max(result[morph] ?? 0, value);
  return result;
}

/** The temporal smoother at the end of the flow of section 2.1: a moving average by name. */
export function smooth(current: Weights, previous: Weights, alpha: number): Weights {
  const result: Weights = {};
  for (const morph of new Set([...Object.keys(current), ...Object.keys(previous)])) {
    const last = previous[morph] ?? 0;
    result[morph] = last + ((current[morph] ?? 0) - last) * alpha;
  }
  return result;
}
