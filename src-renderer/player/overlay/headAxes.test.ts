import { describe, expect, it } from 'vitest';
import { projectHead } from './headAxes.ts';

const seen = (head: readonly number[], aspect = 1): number[] => {
  const points = new Float32Array(8);
  expect(projectHead(Float32Array.from(head), aspect, points)).toBe(true);
  return Array.from(points);
};
const quarterTurn = Math.SQRT1_2;

describe('the axes of a head', () => {
  it('point right, up and at the viewer when it looks straight ahead', () => {
    const [x = 0, y = 0, rightX = 0, rightY, upX, upY = 0, forwardX, forwardY] = seen([
      0, 0, 0, 1, 0, 0, -0.6,
    ]);
    expect([x, y, forwardX, forwardY, rightY, upX]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(rightX).toBeGreaterThan(0.5);
    expect(upY).toBeLessThan(0.5);
  });

  it('point to the picture’s right when it looks there, and up when it nods back', () => {
    const turned = seen([0, quarterTurn, 0, quarterTurn, 0, 0, -0.6]);
    expect(turned[6]).toBeGreaterThan(0.6);
    expect(turned[7]).toBeCloseTo(0.5);
    const nodded = seen([-quarterTurn, 0, 0, quarterTurn, 0, 0, -0.6]);
    expect(nodded[6]).toBeCloseTo(0.5);
    expect(nodded[7]).toBeLessThan(0.4);
  });

  it('lie at the edge of the picture where the head is at the edge of the camera’s view', () => {
    const halfHeight = Math.tan((63 / 2) * (Math.PI / 180));
    expect(seen([0, 0, 0, 1, 0, halfHeight, -1])[1]).toBeCloseTo(0);
    expect(seen([0, 0, 0, 1, halfHeight * 1.5, 0, -1], 1.5)[0]).toBeCloseTo(1);
  });

  it('are not seen from behind the camera', () => {
    expect(projectHead(Float32Array.of(0, 0, 0, 1, 0, 0, 0.5), 1, new Float32Array(8))).toBe(false);
  });
});
