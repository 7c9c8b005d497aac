import { builtInPresets } from '../../src-shared/face/index.ts';
import { applyMappings, mapArkitToCc4, SEED_MAPPINGS, type Weights } from './seedMapper.ts';
import { blendEmotion, merge, microExpression, smooth, visemeTransition } from './seedStages.ts';

/** What one frame of the avatar engine's algorithm is given, as the rig is in the same frame. */
export interface SeedFrame {
  readonly arkit: Weights;
  readonly emotions: readonly (readonly [name: string, intensity: number])[];
  readonly microExpression: readonly [name: string, progress: number];
  readonly visemes: readonly [from: string, to: string, progress: number];
}

const SMOOTHING = 0.4;

/** The avatar engine's stages in the order of its section 2.1, each by name in dictionaries as its section 4 writes them. */
export function createSeedPipeline(table: 'as_written' | 'table_kept') {
  const emotions = Object.fromEntries(builtInPresets('emotion').map(({ name, targets }) => [name, targets]));
  const shapes = Object.fromEntries(
    builtInPresets('visemes').flatMap(({ visemes }) => visemes.map(({ name, targets }) => [name, targets])),
  );
  const map =
    table === 'as_written' ? mapArkitToCc4 : (arkit: Weights) => applyMappings(arkit, SEED_MAPPINGS);
  let previous: Weights = {};
  return ({ arkit, emotions: felt, microExpression: [micro, progress], visemes }: SeedFrame): Weights => {
    const mapped = map(arkit);
    let face = merge(mapped, visemeTransition(shapes, ...visemes));
    for (const [emotion, intensity] of felt) face = blendEmotion(face, emotions, emotion, intensity);
    face = merge(face, microExpression(micro, progress));
    previous = smooth(face, previous, SMOOTHING);
    return previous;
  };
}
