import { CHANNEL_NAMES, type ChannelName, channelOf, type LandmarkFrame } from '../landmarkFrame.ts';
import { shoulderWidth } from '../postprocess/velocityClamp.ts';
import type { QualityReport } from './report.ts';
import { JitterMeter } from './stability.ts';

/** What the score is made of, with the weights of the tracker specification. */
export const QUALITY_WEIGHTS = {
  hand_visibility: 0.4,
  tracking_stability: 0.3,
  face_coverage: 0.2,
  resolution_factor: 0.1,
} as const;

export const QUALITY_PARTS = Object.keys(QUALITY_WEIGHTS) as (keyof typeof QUALITY_WEIGHTS)[];
/** Jitter at which stability is 0: a twentieth of the shoulder width is a visible shake. */
const JITTER_LIMIT = 0.05;
/** Shoulder width in source pixels from which more pixels show no more of the fingers. */
const FULL_RESOLUTION_PX = 160;
/** Shares from which something is worth a curator's look. */
const NOTABLE = { missing: 0.1, filled: 0.05, gated: 0.05, clamped: 0.02 };
const LOW_STABILITY = 0.6;
const LOW_RESOLUTION = 0.5;

interface Tally {
  tracked: number;
  filled: number;
  gated: number;
  clamped: number;
}

export interface TrackingConditions {
  /** False where the face model is missing. */
  readonly tracksFace: boolean;
  /** Frames whose decoding had errors. */
  readonly damagedFrames: number;
}

/** Adds up a video's quality frame by frame. */
export class QualityMeter {
  readonly #aspect: number;
  readonly #heightPx: number;
  readonly #jitter: JitterMeter;
  readonly #tallies = new Map<ChannelName, Tally>(
    CHANNEL_NAMES.map((name) => [name, { tracked: 0, filled: 0, gated: 0, clamped: 0 }]),
  );
  readonly #shoulderWidths: number[] = [];
  #frames = 0;
  #withHand = 0;

  /** @param video width and height of the source in pixels */
  constructor(video: { width: number; height: number }) {
    this.#aspect = video.width / video.height;
    this.#heightPx = video.height;
    this.#jitter = new JitterMeter(this.#aspect);
  }

  /** The provider's own result for the next frame. */
  observeRaw(frame: LandmarkFrame): void {
    this.#jitter.observe(frame);
    if (frame.pose.presence === 'tracked') {
      this.#shoulderWidths.push(shoulderWidth(frame.pose, this.#aspect) * this.#heightPx);
    }
  }

  /** The finished frame that goes into the track. */
  observe(frame: LandmarkFrame): void {
    this.#frames++;
    for (const [name, tally] of this.#tallies) {
      const channel = channelOf(frame, name);
      if (channel.presence === 'tracked') tally.tracked++;
      if (channel.presence === 'filled') tally.filled++;
      if (channel.gated) tally.gated++;
      if (channel.clamped) tally.clamped++;
    }
    const { left, right } = frame.hands;
    if (left.presence === 'tracked' || right.presence === 'tracked') this.#withHand++;
  }

  report(conditions: TrackingConditions): QualityReport {
    const jitter = this.#jitter.median();
    const width = median(this.#shoulderWidths);
    const parts = {
      hand_visibility: this.#share(this.#withHand),
      tracking_stability: jitter === undefined ? 0 : Math.max(0, 1 - jitter / JITTER_LIMIT),
      face_coverage: this.#presence('face'),
      resolution_factor: width === undefined ? 0 : Math.min(1, width / FULL_RESOLUTION_PX),
    };
    return {
      score: round(QUALITY_PARTS.reduce((sum, part) => sum + QUALITY_WEIGHTS[part] * parts[part], 0)),
      hand_visibility: round(parts.hand_visibility),
      tracking_stability: round(parts.tracking_stability),
      face_coverage: round(parts.face_coverage),
      resolution_factor: round(parts.resolution_factor),
      frames: this.#frames,
      presence: {
        pose: this.#presence('pose'),
        left_hand: this.#presence('left_hand'),
        right_hand: this.#presence('right_hand'),
        face: this.#presence('face'),
      },
      jitter_sw: jitter === undefined ? null : round(jitter),
      shoulder_width_px: width === undefined ? null : Math.round(width),
      issues: [...this.#channelIssues(conditions), ...clipIssues(parts, width, conditions)],
    };
  }

  #channelIssues({ tracksFace }: TrackingConditions): string[] {
    const issues: string[] = [];
    for (const [name, tally] of this.#tallies) {
      if (name === 'face' && !tracksFace) {
        issues.push('face_model_missing');
        continue;
      }
      const missing = this.#share(this.#frames - tally.tracked - tally.filled);
      if (missing >= NOTABLE.missing) issues.push(`${name}_missing_${percent(missing)}`);
      for (const kind of ['filled', 'gated', 'clamped'] as const) {
        const share = this.#share(tally[kind]);
        if (share >= NOTABLE[kind]) issues.push(`${name}_${kind}_${percent(share)}`);
      }
    }
    return issues;
  }

  #presence(name: ChannelName): number {
    return round(this.#share(this.#tallies.get(name)?.tracked ?? 0));
  }

  #share(count: number): number {
    return this.#frames === 0 ? 0 : count / this.#frames;
  }
}

function clipIssues(
  parts: { tracking_stability: number; resolution_factor: number },
  width: number | undefined,
  { damagedFrames }: TrackingConditions,
): string[] {
  if (width === undefined)
    return ['no_person_found', ...(damagedFrames > 0 ? [`damaged_frames_${damagedFrames}`] : [])];
  return [
    ...(parts.tracking_stability < LOW_STABILITY ? ['unstable'] : []),
    ...(parts.resolution_factor < LOW_RESOLUTION ? ['low_resolution'] : []),
    ...(damagedFrames > 0 ? [`damaged_frames_${damagedFrames}`] : []),
  ];
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const round = (value: number): number => Math.round(value * 10000) / 10000;

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
