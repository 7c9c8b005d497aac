import { readFileSync } from 'node:fs';
import { describe, expect, it, type TestContext } from 'vitest';
import { requireShared } from '../../scripts/testing/shared.ts';
import {
  CAPTURE_CHANNEL_COUNT,
  CAPTURE_CHANNELS,
  type CaptureChannel,
  readLiveLinkFaceCsv,
} from '../capture/index.ts';
import type { EditLayer } from '../contract/index.ts';
import { createLayer } from './createLayer.ts';
import { EditEvaluation } from './evaluation.ts';
import { editOf, subjectOf } from './testing/subject.ts';

/** Two minutes of a real face at 30 frames a second, with over thirty blinks. */
function realFace(context: TestContext) {
  const { times, channels } = readLiveLinkFaceCsv(
    readFileSync(requireShared(context, 'takes/face-rom.csv'), 'utf8'),
  );
  const start = times[0] ?? 0;
  const recorded = (channel: CaptureChannel) => (_: number, frame: number) =>
    channels[frame * CAPTURE_CHANNEL_COUNT + CAPTURE_CHANNELS.indexOf(channel)] ?? 0;
  const moves = Object.fromEntries(CAPTURE_CHANNELS.map((channel) => [channel, recorded(channel)]));
  return new EditEvaluation(
    subjectOf(
      times.map((time) => time - start),
      moves,
      { periodSeconds: 1 / 30 },
    ),
  );
}

const lids = { id: 'a', subject: 0, channels: ['eyeBlinkLeft', 'eyeBlinkRight'], range: null } as const;

function figuresOf(face: EditEvaluation, layer: EditLayer) {
  return [...face.figures(editOf(layer), layer.id).values()];
}

describe("a real face's take", () => {
  it('gets its blinks shut, and its half-blinks taken out, of both lids alike', (context) => {
    const face = realFace(context);
    const blinks = createLayer('blinks', lids);
    const [left, right] = figuresOf(face, blinks);
    expect(left).toMatchObject({ blinksClosed: 31, blinksRemoved: 17 });
    expect(right).toMatchObject({ blinksClosed: 31, blinksRemoved: 17 });
    // Those are left alone after that.
    const again = { ...blinks, id: 'b' };
    const twice = face.figures(editOf(blinks, again), 'b').get('eyeBlinkLeft');
    expect(twice).toMatchObject({ blinksClosed: 0 });
    expect(twice?.largestChange).toBeLessThan(0.06);
  });

  it('keeps its blinks when it is smoothed as at first', (context) => {
    const face = realFace(context);
    for (const kind of ['smooth', 'lowPass'] as const) {
      for (const { largestChange } of figuresOf(face, createLayer(kind, lids))) {
        expect(largestChange).toBeLessThan(0.16);
      }
    }
  });

  it('is drawn by a tenth of its frames as keys, within a hundredth', (context) => {
    const face = realFace(context);
    const [left] = figuresOf(face, createLayer('keys', lids));
    expect(left?.largestChange).toBeLessThanOrEqual(0.01);
    expect(left?.keys.length).toBeLessThan(0.1 * (left?.frames ?? 0));
  });
});
