import { MAX_NEUTRAL, MimesisError, type NeutralPose } from '../../contract/index.ts';
import { ARKIT_BLENDSHAPE_COUNT } from '../../face/index.ts';
import { CAPTURE_CHANNELS } from '../captureFrame.ts';
import { type FaceSamples, longestGap } from './faceSamples.ts';
import { median, percentile } from './percentile.ts';

/** How long a face is looked at to know its neutral pose. */
export const NEUTRAL_SECONDS = 1;

/** A longer time without a face is not the network's. */
const LONGEST_GAP_SECONDS = 0.3;
/** What the median of is worth something. */
const FEWEST_FACES = 10;
/** A face that rests stays within it; of a real one at rest, no channel left 0.08. */
const MOST_MOVEMENT = 0.12;
/** About 5 degrees. */
const MOST_TURN = 0.09;
/** Lids lower than this are no resting eyes; those of a real face that looks down a little are at 0.13. */
const SHUT = 0.5;
/** From the median deviation to the standard deviation of noise as Gauss describes it. */
const SIGMA = 1.4826;
/** Noise stays within so many standard deviations, 997 times of 1000. */
const NOISE_SIGMAS = 3;

/**
 * The neutral pose of a face that was looked at for `NEUTRAL_SECONDS`: the median of each channel, so that a blink is not
 * in it.
 * @throws MimesisError `not_measured` where the face was not in sight all the time, moved, or shows an expression
 */
export function measureNeutral(samples: FaceSamples): NeutralPose {
  const { channels, headPositions } = samples;
  if (channels.length < FEWEST_FACES || longestGap(samples) > LONGEST_GAP_SECONDS) {
    throw new MimesisError('not_measured', 'The face was not in sight all the time.', {
      remedy: 'Look at the phone until the second is over.',
    });
  }
  const neutral: Record<string, number> = {};
  const noise: Record<string, number> = {};
  for (const [i, name] of CAPTURE_CHANNELS.entries()) {
    const values = channels.map((face) => face[i] ?? 0);
    requireStill(name, values, i >= ARKIT_BLENDSHAPE_COUNT);
    const middle = median(values);
    if (i < ARKIT_BLENDSHAPE_COUNT && middle > (LIDS.test(name) ? SHUT : MAX_NEUTRAL)) {
      throw new MimesisError(
        'not_measured',
        `This is not a neutral pose: ${name} is at ${middle.toFixed(2)}.`,
        {
          remedy: 'Relax your face, look straight ahead, and measure again.',
        },
      );
    }
    const deviation = median(values.map((value) => Math.abs(value - middle)));
    if (round(middle) !== 0) neutral[name] = round(middle);
    if (deviation > 0) noise[name] = round(deviation * SIGMA * NOISE_SIGMAS);
  }
  const place = (axis: number): number => round(median(headPositions.map((each) => each[axis] ?? 0)));
  return { neutral, neutralHeadPosition: [place(0), place(1), place(2)], noise };
}

/** Eyes blink and glance without the face moving. */
const EYES = /^(eye|leftEye|rightEye)/;
const LIDS = /^eyeBlink/;

function requireStill(name: string, values: readonly number[], isRotation: boolean): void {
  if (EYES.test(name)) return;
  const movement = percentile(values, 0.9) - percentile(values, 0.1);
  if (movement <= (isRotation ? MOST_TURN : MOST_MOVEMENT)) return;
  throw new MimesisError(
    'not_measured',
    isRotation ? 'The head moved.' : `The face moved: ${name} did not rest.`,
    { remedy: 'Keep still until the second is over.' },
  );
}

/** A ten-thousandth is finer than any phone. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
