import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireShared } from '../../scripts/testing/shared.ts';
import { CAPTURE_CHANNEL_COUNT, CAPTURE_CHANNELS, type CaptureChannel } from './captureFrame.ts';
import { headQuaternionOfPhone } from './headRotation.ts';
import { readLiveLinkFaceCsv } from './liveLinkFace/csv.ts';

type Vector = readonly [x: number, y: number, z: number];

function turned([x, y, z]: Vector, yaw: number, pitch: number, roll: number): Vector {
  const out = new Float32Array(4);
  headQuaternionOfPhone(yaw, pitch, roll, out);
  const [qx = 0, qy = 0, qz = 0, qw = 1] = out;
  const tx = 2 * (qy * z - qz * y);
  const ty = 2 * (qz * x - qx * z);
  const tz = 2 * (qx * y - qy * x);
  return [x + qw * tx + qy * tz - qz * ty, y + qw * ty + qz * tx - qx * tz, z + qw * tz + qx * ty - qy * tx];
}

const FACE: Vector = [0, 0, 1];
const CROWN: Vector = [0, 1, 0];
const angle = fc.double({ min: -1.5, max: 1.5, noNaN: true });

describe('the head of a phone', () => {
  it('faces the camera at rest', () => {
    expect(turned(FACE, 0, 0, 0)).toEqual([0, 0, 1]);
    expect(turned(CROWN, 0, 0, 0)).toEqual([0, 1, 0]);
  });

  it('with positive yaw looks to the subject’s right, which is left in the picture', () => {
    const [x, y, z] = turned(FACE, 0.5, 0, 0);
    expect(x).toBeCloseTo(-Math.sin(0.5), 6);
    expect(y).toBeCloseTo(0, 6);
    expect(z).toBeCloseTo(Math.cos(0.5), 6);
  });

  it('with positive pitch looks down', () => {
    expect(turned(FACE, 0, 0.5, 0)[1]).toBeCloseTo(-Math.sin(0.5), 6);
  });

  it('with positive roll tilts to the subject’s left shoulder', () => {
    expect(turned(CROWN, 0, 0, 0.5)[0]).toBeCloseTo(Math.sin(0.5), 6);
  });

  it('turns by a unit quaternion, and its gaze does not depend on roll', () => {
    fc.assert(
      fc.property(angle, angle, angle, (yaw, pitch, roll) => {
        const out = new Float32Array(4);
        headQuaternionOfPhone(yaw, pitch, roll, out);
        expect(Math.hypot(...out)).toBeCloseTo(1, 5);
        const [x, y, z] = turned(FACE, yaw, pitch, roll);
        expect(x).toBeCloseTo(-Math.sin(yaw) * Math.cos(pitch), 5);
        expect(y).toBeCloseTo(-Math.sin(pitch), 5);
        expect(z).toBeCloseTo(Math.cos(yaw) * Math.cos(pitch), 5);
      }),
    );
  });
});

describe('the eyes of a real take, which are written like the head', () => {
  it('have these signs: yaw to the right, pitch down, and a roll of yaw times pitch', (context) => {
    const { times, channels } = readLiveLinkFaceCsv(
      readFileSync(requireShared(context, 'takes/face-rom.csv'), 'utf8'),
    );
    const channel = (name: CaptureChannel): number[] => {
      const index = CAPTURE_CHANNELS.indexOf(name);
      return Array.from(times, (_, row) => channels[row * CAPTURE_CHANNEL_COUNT + index] ?? 0);
    };
    const difference = (a: number[], b: number[]): number[] => a.map((value, row) => value - (b[row] ?? 0));
    const yaw = channel('leftEyeYaw');
    const pitch = channel('leftEyePitch');
    // The left eye's inner side is the subject's right.
    expect(correlation(yaw, difference(channel('eyeLookInLeft'), channel('eyeLookOutLeft')))).toBeGreaterThan(
      0.9,
    );
    expect(
      correlation(pitch, difference(channel('eyeLookDownLeft'), channel('eyeLookUpLeft'))),
    ).toBeGreaterThan(0.9);
    const product = yaw.map((value, row) => value * (pitch[row] ?? 0));
    expect(correlation(product, channel('leftEyeRoll'))).toBeGreaterThan(0.99);
  });

  it('roll like this when they turn up or down last', () => {
    // The gaze that is turned left or right first and up or down last, read as yaw, pitch and roll.
    const yaw = 0.3;
    const pitch = 0.2;
    const [crownX, crownY] = turned(CROWN, yaw, pitch, yaw * pitch);
    const eyeCrown: Vector = [0, Math.cos(pitch), Math.sin(pitch)];
    expect(crownX).toBeCloseTo(eyeCrown[0], 2);
    expect(crownY).toBeCloseTo(eyeCrown[1], 2);
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanA = mean(a);
  const meanB = mean(b);
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (const [i, value] of a.entries()) {
    const deviation = (b[i] ?? 0) - meanB;
    both += (value - meanA) * deviation;
    squaresA += (value - meanA) ** 2;
    squaresB += deviation ** 2;
  }
  return both / Math.sqrt(squaresA * squaresB);
}
