import { describe, expect, it } from 'vitest';
import { NO_EDIT } from '#shared/contract/index.ts';
import { isOfRotations, withNewLayers } from './newLayers.ts';

const chosen = {
  subject: 2,
  channels: ['jawOpen', 'headYaw'],
  range: { fromSeconds: 1, toSeconds: 2 },
} as const;
let count = 0;
const newId = (): string => String(++count);

describe('a new layer', () => {
  it('is of what is chosen', () => {
    expect(withNewLayers(NO_EDIT, 'smooth', chosen, newId).layers).toMatchObject([
      {
        kind: 'smooth',
        subject: 2,
        channels: ['jawOpen', 'headYaw'],
        range: { fromSeconds: 1, toSeconds: 2 },
      },
    ]);
  });

  it('is two where weights and rotations cannot share a setting', () => {
    const { layers } = withNewLayers(NO_EDIT, 'offset', chosen, newId);
    expect(layers.map(({ channels }) => channels)).toEqual([['jawOpen'], ['headYaw']]);
    expect(new Set(layers.map(({ id }) => id)).size).toBe(2);
    expect(layers.map(isOfRotations)).toEqual([false, true]);
  });

  it('is none without channels, but one of both lids for blinks', () => {
    const nothing = { ...chosen, channels: [] };
    expect(withNewLayers(NO_EDIT, 'keys', nothing, newId)).toBe(NO_EDIT);
    expect(withNewLayers(NO_EDIT, 'smooth', nothing, newId)).toBe(NO_EDIT);
    expect(withNewLayers(NO_EDIT, 'blinks', nothing, newId).layers[0]?.channels).toEqual([
      'eyeBlinkLeft',
      'eyeBlinkRight',
    ]);
  });
});
