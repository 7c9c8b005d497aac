import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headPoseFromMatrix } from './headPose.ts';

const part = fc.double({ min: -1, max: 1, noNaN: true });
const unitQuaternion = fc
  .tuple(part, part, part, part)
  .filter((parts) => Math.hypot(...parts) > 0.1)
  .map(([x, y, z, w]): [number, number, number, number] => {
    const length = Math.hypot(x, y, z, w);
    return [x / length, y / length, z / length, w / length];
  });
const centimetres = fc.double({ min: -200, max: 200, noNaN: true });

/** Column-major matrix of a rotation, a scale and a translation. */
function matrixOf(
  [x, y, z, w]: readonly [number, number, number, number],
  scale: number,
  [tx, ty, tz]: readonly [number, number, number],
): Float32Array {
  const columns = [
    [1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)],
    [2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)],
    [2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)],
  ];
  return Float32Array.from([
    ...columns.flatMap((column) => [...column.map((v) => v * scale), 0]),
    tx,
    ty,
    tz,
    1,
  ]);
}

describe('the head pose of a matrix', () => {
  it('is the rotation and the translation in metres that the matrix was made of, at every scale', () => {
    const head = new Float32Array(7);
    const scale = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        unitQuaternion,
        scale,
        fc.tuple(centimetres, centimetres, centimetres),
        (rotation, scale, translation) => {
          headPoseFromMatrix(matrixOf(rotation, scale, translation), head);
          const same = rotation.reduce((sum, value, i) => sum + value * (head[i] ?? 0), 0);
          expect(Math.abs(same)).toBeGreaterThan(1 - 1e-6);
          for (const [axis, value] of translation.entries())
            expect(head[4 + axis]).toBeCloseTo(value / 100, 5);
        },
      ),
    );
  });

  it('has a unit quaternion with w >= 0', () => {
    const head = new Float32Array(7);
    fc.assert(
      fc.property(unitQuaternion, (rotation) => {
        headPoseFromMatrix(matrixOf(rotation, 1, [0, 0, 0]), head);
        expect(Math.hypot(...head.subarray(0, 4))).toBeCloseTo(1, 6);
        expect(head[3]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is exact for small turns and half turns', () => {
    const head = new Float32Array(7);
    headPoseFromMatrix(matrixOf([0, 0, 0, 1], 1, [0, 0, 0]), head);
    expect([...head.subarray(0, 4)]).toEqual([0, 0, 0, 1]);
    const half = Math.SQRT1_2;
    headPoseFromMatrix(matrixOf([half, -half, 0, 0], 1, [0, 0, 0]), head);
    expect((head[0] ?? 0) * (head[1] ?? 0)).toBeCloseTo(-0.5, 6);
  });
});
