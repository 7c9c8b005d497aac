import type { TakeEdit } from '../src-shared/contract/index.ts';
import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES } from '../src-shared/face/index.ts';
import { createLayer, EditEvaluation, LAYER_KINDS } from '../src-shared/takeEdit/index.ts';
import { evenTimes, subjectOf } from '../src-shared/takeEdit/testing/subject.ts';
import type { Benchmark } from './figure.ts';
import { percentile } from './percentile.ts';
import { FRAMES_PER_SECOND, loadTake } from './rig/take.ts';

const FRAMES = 10 * 60 * FRAMES_PER_SECOND;
const ROUNDS = 31;
const CHANNEL = 'eyeBlinkLeft';
/** A change is seen in the next picture but one. */
const TARGET_MS = 30;

/** Editing a take of 10 minutes at 60 frames a second: how long a changed layer takes, for each channel. */
export const edit: Benchmark = {
  name: 'edit',
  async run() {
    const { frames, blendshapes } = loadTake();
    const played = (name: (typeof ARKIT_BLENDSHAPES)[number]) => (_: number, frame: number) =>
      blendshapes[(frame % frames) * ARKIT_BLENDSHAPE_COUNT + ARKIT_BLENDSHAPES.indexOf(name)] ?? 0;
    const lids = { eyeBlinkLeft: played('eyeBlinkLeft'), eyeBlinkRight: played('eyeBlinkRight') };
    const evaluation = new EditEvaluation(subjectOf(evenTimes(FRAMES), lids));
    return LAYER_KINDS.map((kind) => {
      const layer = createLayer(kind, { id: kind, subject: 0, channels: [CHANNEL], range: null });
      const durations = Array.from({ length: ROUNDS }, () => {
        const changed: TakeEdit = { version: 1, layers: [{ ...layer }] };
        const before = performance.now();
        evaluation.column(changed, CHANNEL);
        return performance.now() - before;
      });
      return {
        key: `${kind}_channel_of_10_minutes_p50`,
        value: percentile(durations, 50),
        unit: 'ms',
        target: { atMost: TARGET_MS },
      };
    });
  },
};
