import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Truth, truthSchema } from '../../scripts/build-sample/truthSchema.ts';
import { repositoryRoot } from '../../scripts/testing/shared.ts';
import type { FilmedPart } from './fakeCamera.ts';

type Value = (frame: Truth['frames'][number]) => number;

/** A number at a moment of the camera's clock. */
export interface Sample {
  readonly timeSeconds: number;
  readonly value: number;
}

/** A number that was tracked, and what is true of it. */
interface Course {
  readonly samples: readonly Sample[];
  readonly truth: Value;
}

/** Steps in which it is looked for what the camera showed first. */
const STEP_SECONDS = 0.1;

/** What is true in a part of a clip, by the clock of a camera that shows it over and over. */
export class ClipCourse {
  readonly truth: Truth;
  readonly #part: FilmedPart;

  constructor(part: FilmedPart) {
    this.#part = part;
    const file = join(repositoryRoot, 'resources/sample', `${part.clip}.truth.json`);
    this.truth = truthSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  }

  /**
   * When the camera showed the part's beginning, as far as this is told by what was tracked: where all courses together
   * agree best. It is the same for all of them, so that few numbers cannot be made to fit.
   */
  beginning(courses: readonly Course[]): number {
    let best = { at: 0, sum: Number.NEGATIVE_INFINITY };
    for (let at = 0; at < this.#loopSeconds; at += STEP_SECONDS) {
      const sum = courses.reduce((all, course) => all + this.agreement(course, at), 0);
      if (sum > best.sum) best = { at, sum };
    }
    return best.at;
  }

  /** Correlation of what was tracked with what is true, -1..1. */
  agreement({ samples, truth }: Course, beginning: number): number {
    return correlation(
      samples.map(
        ({ timeSeconds, value }) => [value, truth(this.#frameAt(timeSeconds - beginning))] as const,
      ),
    );
  }

  get #loopSeconds(): number {
    return this.#part.seconds * this.#part.slower;
  }

  #frameAt(seconds: number): Truth['frames'][number] {
    const { fromSeconds, slower } = this.#part;
    const loop = this.#loopSeconds;
    const inLoop = ((seconds % loop) + loop) % loop;
    const { frames, fps } = this.truth;
    const index = Math.floor((fromSeconds + inLoop / slower) * fps);
    const frame = frames[Math.min(index, frames.length - 1)];
    if (!frame) throw new Error('the clip has no pictures');
    return frame;
  }
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length;
  const [meanA, meanB] = [mean(0), mean(1)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [a, b] of pairs) {
    ab += (a - meanA) * (b - meanB);
    aa += (a - meanA) ** 2;
    bb += (b - meanB) ** 2;
  }
  return aa * bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}
