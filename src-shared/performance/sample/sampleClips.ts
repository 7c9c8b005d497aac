/** A stretch of the sample performance that is filmed, and how. Times in seconds. */
export interface SampleClip {
  readonly name: 'face' | 'hands' | 'crossing';
  readonly start: number;
  readonly end: number;
  readonly framing: 'face' | 'hands';
}

/** The three clips of the app's own sample: the face from close by, both hands, hands that cross and leave the picture. */
export const SAMPLE_CLIPS: readonly SampleClip[] = [
  { name: 'face', start: 0, end: 13, framing: 'face' },
  { name: 'hands', start: 13, end: 22, framing: 'hands' },
  { name: 'crossing', start: 22, end: 31, framing: 'hands' },
];
