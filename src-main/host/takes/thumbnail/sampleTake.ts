import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { ARKIT_BLENDSHAPE_COUNT } from '#shared/face/index.ts';
import { TakeFrameScanner } from '#shared/formats/index.ts';
import { ioError } from '../../files/index.ts';
import { TAKE_FILES } from '../takeFolder.ts';
import { FrameSampler } from './frameSampler.ts';

/** Samples of whoever is seen in most frames. */
export interface SampledTake {
  readonly durationSeconds: number;
  readonly kind: 'face' | 'body';
  readonly samples: FrameSampler;
}

/**
 * Reads through a take once, in little memory however long it is.
 * @returns undefined where nobody is seen
 * @throws `invalid_take`, `io`
 */
export async function sampleTake(folder: string): Promise<SampledTake | undefined> {
  const faces = new Map<number, FrameSampler>();
  const bodies = new Map<number, FrameSampler>();
  const seen = new Map<FrameSampler, number>();
  let durationSeconds = 0;
  const offer = (to: Map<number, FrameSampler>, subject: number, time: number, row: Float32Array): void => {
    const sampler = to.get(subject) ?? new FrameSampler(row.length);
    to.set(subject, sampler);
    seen.set(sampler, (seen.get(sampler) ?? 0) + 1);
    sampler.offer(time, row);
  };
  const scanner = new TakeFrameScanner({
    frame({ subject, arrivalSeconds, channels, body }) {
      durationSeconds = Math.max(durationSeconds, arrivalSeconds);
      if (channels) offer(faces, subject, arrivalSeconds, channels.subarray(0, ARKIT_BLENDSHAPE_COUNT));
      if (body) offer(bodies, subject, arrivalSeconds, body);
    },
  });
  try {
    for await (const bytes of createReadStream(join(folder, TAKE_FILES.take))) scanner.push(bytes);
  } catch (error) {
    throw ioError(error, 'The take cannot be read');
  }
  scanner.finish();
  const most = (of: Map<number, FrameSampler>): FrameSampler | undefined =>
    [...of.values()].sort((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0))[0];
  const [face, body] = [most(faces), most(bodies)];
  if (face) return { durationSeconds, kind: 'face', samples: face };
  return body && { durationSeconds, kind: 'body', samples: body };
}
