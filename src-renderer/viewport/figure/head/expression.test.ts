import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARKIT_BLENDSHAPE_COUNT, ARKIT_BLENDSHAPES, ARKIT_INDEX } from '#shared/face/index.ts';
import { expressionWriter } from './expression.ts';
import { gazeOf } from './gaze.ts';
import { sculptHead } from './headMesh.ts';
import { Morpher } from './morpher.ts';
import { morphTargets } from './morphTargets.ts';

const mesh = sculptHead();
const targets = morphTargets(mesh);
const morpher = new Morpher(mesh.surface, targets);
const writeInfluences = expressionWriter(targets.map(({ name }) => name));

function face(weights: Record<string, number>): Float32Array {
  const blendshapes = new Float32Array(ARKIT_BLENDSHAPE_COUNT);
  for (const [name, value] of Object.entries(weights)) blendshapes[ARKIT_INDEX.get(name) ?? -1] = value;
  return blendshapes;
}

function influencesOf(weights: Record<string, number>): Float32Array {
  const influences = new Float32Array(targets.length);
  writeInfluences(face(weights), influences);
  return influences;
}

/** Where all vertices of the head go. */
function shaped(weights: Record<string, number>): Float32Array {
  morpher.shape(influencesOf(weights));
  return Float32Array.from(morpher.geometry.getAttribute('position').array);
}

/** Where a vertex of the head goes. */
function moved(vertex: number, weights: Record<string, number>): readonly [number, number, number] {
  const [x = 0, y = 0, z = 0] = shaped(weights).subarray(vertex * 3, vertex * 3 + 3);
  return [x, y, z];
}

const nearestTo = (half: 'upper' | 'lower', x: number): number =>
  mesh.mouth
    .filter((each) => each.half === half)
    .map(({ vertex }) => vertex)
    .toSorted((a, b) => lipDistance(a, x) - lipDistance(b, x))[0] ?? 0;
const lipDistance = (vertex: number, x: number): number =>
  Math.hypot(
    mesh.surface.x(vertex) - x,
    mesh.surface.y(vertex) + 0.0475,
    0.3 * (mesh.surface.z(vertex) - 0.095),
  );

const [UPPER, LOWER] = [nearestTo('upper', 0), nearestTo('lower', 0)];
const gap = (weights: Record<string, number>): number => moved(UPPER, weights)[1] - moved(LOWER, weights)[1];
const teethGap = (jawOpen: number): number => {
  const [upper, lower] = mesh.rigid;
  const edge = (part: typeof upper, pick: (...heights: number[]) => number): number => {
    const front = Array.from(
      { length: (part?.end ?? 0) - (part?.first ?? 0) },
      (_, i) => (part?.first ?? 0) + i,
    )
      .filter((vertex) => Math.abs(mesh.surface.x(vertex)) < 0.004)
      .map((vertex) => moved(vertex, { jawOpen })[1]);
    return pick(...front);
  };
  return edge(upper, Math.min) - edge(lower, Math.max);
};

describe('the face', () => {
  it('shows every coefficient of ARKit', () => {
    const gaze = { yaw: 0, pitch: 0 };
    for (const name of ARKIT_BLENDSHAPES) {
      // Closed lips show only where the jaw has parted them.
      const before = name === 'mouthClose' ? { jawOpen: 0.5 } : {};
      const rest = shaped(before);
      const taken = shaped({ ...before, [name]: name === 'mouthClose' ? 0.5 : 1 });
      const furthest = taken.reduce((most, value, i) => Math.max(most, Math.abs(value - (rest[i] ?? 0))), 0);
      gazeOf(name.endsWith('Left') ? 'left' : 'right', face({ [name]: 1 }), gaze);
      expect([name, furthest > 0.001 || Math.abs(gaze.yaw) + Math.abs(gaze.pitch) > 0.3]).toEqual([
        name,
        true,
      ]);
    }
  });

  it('opens its mouth the more the jaw opens', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.9, noNaN: true }), (jawOpen) => {
        expect(gap({ jawOpen: jawOpen + 0.1 })).toBeGreaterThan(gap({ jawOpen }) + 0.001);
      }),
    );
    expect(gap({})).toBeLessThan(0.002);
    expect(gap({ jawOpen: 1 })).toBeGreaterThan(0.025);
    expect(gap({ jawOpen: 1 })).toBeLessThan(0.055);
  });

  it('parts its teeth at most as far as people can', () => {
    expect(teethGap(1) - teethGap(0)).toBeGreaterThan(0.025);
    expect(teethGap(1) - teethGap(0)).toBeLessThan(0.05);
  });

  it('closes lips over an open jaw, and not further', () => {
    expect(gap({ jawOpen: 0.6, mouthClose: 0.6 })).toBeLessThan(gap({ jawOpen: 0.6 }) / 4);
    expect(gap({ mouthClose: 1 })).toBeCloseTo(gap({}), 6);
    expect(gap({ jawOpen: 0.2, mouthClose: 1 })).toBeGreaterThan(-0.002);
  });

  it('smiles and frowns on the side that does', () => {
    const corner = (x: number) =>
      mesh.mouth
        .filter(({ half }) => half === 'corner')
        .map(({ vertex }) => vertex)
        .toSorted((a, b) => Math.abs(mesh.surface.x(a) - x) - Math.abs(mesh.surface.x(b) - x))[0] ?? 0;
    const [left, right] = [corner(0.0236), corner(-0.0236)];
    const rise = (vertex: number, name: string): number =>
      moved(vertex, { [name]: 1 })[1] - moved(vertex, {})[1];
    expect(rise(left, 'mouthSmileLeft')).toBeGreaterThan(0.005);
    expect(Math.abs(rise(right, 'mouthSmileLeft'))).toBeLessThan(0.001);
    expect(rise(right, 'mouthSmileRight')).toBeGreaterThan(0.005);
    expect(rise(left, 'mouthFrownLeft')).toBeLessThan(-0.004);
  });
});

describe('the gaze', () => {
  const gaze = { yaw: 0, pitch: 0 };

  it('turns both eyes the same way, which one eye calls in and the other out', () => {
    const toTheLeft = face({ eyeLookOutLeft: 1, eyeLookInRight: 1 });
    gazeOf('left', toTheLeft, gaze);
    expect(gaze.yaw).toBeGreaterThan(0.4);
    gazeOf('right', toTheLeft, gaze);
    expect(gaze.yaw).toBeGreaterThan(0.4);
  });

  it('goes up and down', () => {
    gazeOf('left', face({ eyeLookDownLeft: 1 }), gaze);
    expect(gaze.pitch).toBeGreaterThan(0.4);
    gazeOf('left', face({ eyeLookUpLeft: 1 }), gaze);
    expect(gaze.pitch).toBeLessThan(-0.3);
  });
});
