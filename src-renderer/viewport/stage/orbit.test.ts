import fc from 'fast-check';
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { FIELD_OF_VIEW, Orbit, VIEWS } from './orbit.ts';

const camera = new PerspectiveCamera(FIELD_OF_VIEW, 1);
function placed(orbit: Orbit): { x: number; y: number; z: number; distance: number } {
  orbit.arrive();
  orbit.place(camera);
  const { x, y, z } = camera.position;
  return { x, y, z, distance: Math.hypot(x, z) };
}

function placedNow(orbit: Orbit): Vector3 {
  orbit.place(camera);
  return camera.position;
}

describe('the camera', () => {
  it('stands before the avatar, and further away the more is to be seen', () => {
    const distances = VIEWS.map((view) => placed(new Orbit(view)));
    for (const { x, z } of distances) {
      expect(x).toBeCloseTo(0, 6);
      expect(z).toBeGreaterThan(0);
    }
    const sorted = distances.map(({ distance }) => distance);
    expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
  });

  it('goes back in a narrow picture, so that the avatar fits', () => {
    const wide = placed(new Orbit('hands')).distance;
    camera.aspect = 0.5;
    expect(placed(new Orbit('hands')).distance).toBeGreaterThan(wide * 1.5);
    camera.aspect = 1;
  });

  it('circles, comes near, and returns', () => {
    const orbit = new Orbit('face');
    const start = placed(orbit);
    orbit.turn(Math.PI / 2, 0.2);
    orbit.approach(1.5);
    const left = placed(orbit);
    expect(left.x).toBeGreaterThan(0.2);
    expect(left.y).toBeGreaterThan(start.y);
    orbit.reset();
    expect(placed(orbit)).toEqual(start);
  });

  it('goes back by the shorter way after many turns', () => {
    const orbit = new Orbit('face');
    orbit.turn(6 * Math.PI + 0.3, 0);
    orbit.arrive();
    orbit.reset();
    orbit.advance(0.02);
    const { x } = placedNow(orbit);
    expect(Math.abs(x)).toBeLessThan(0.5);
    for (let i = 0; i < 30; i++) {
      orbit.advance(1 / 60);
      expect(placedNow(orbit).z).toBeGreaterThan(0);
    }
  });

  it('never turns over or leaves, however it is pushed', () => {
    const push = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(push, push, fc.double({ min: 0.1, max: 10, noNaN: true }))), (pushes) => {
        const orbit = new Orbit('hands');
        for (const [yaw, pitch, factor] of pushes) {
          orbit.turn(yaw, pitch);
          orbit.approach(factor);
        }
        orbit.arrive();
        orbit.place(camera);
        const toAvatar = new Vector3(0, 1.312, 0).sub(camera.position);
        expect(toAvatar.length()).toBeGreaterThan(0.5);
        expect(toAvatar.length()).toBeLessThan(6);
        expect(camera.getWorldDirection(new Vector3()).angleTo(toAvatar)).toBeLessThan(1e-3);
        expect(new Vector3(0, 1, 0).applyQuaternion(camera.quaternion).y).toBeGreaterThan(0.1);
      }),
    );
  });

  it('glides to its goal and then rests', () => {
    const orbit = new Orbit('face');
    expect(orbit.advance(1 / 60)).toBe(false);
    orbit.show('full');
    let steps = 0;
    while (orbit.advance(1 / 60)) steps += 1;
    expect(steps).toBeGreaterThan(10);
    expect(steps).toBeLessThan(90);
    orbit.place(camera);
    const there = camera.position.clone();
    expect(placed(orbit)).toMatchObject({ x: there.x, y: there.y, z: there.z });
  });
});
