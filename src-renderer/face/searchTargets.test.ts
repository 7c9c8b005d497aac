import { describe, expect, it } from 'vitest';
import { searchTargets } from './searchTargets.ts';

describe('a search for targets', () => {
  const targets = ['Mouth_Frown_L', 'mouthFrownLeft', 'Jaw_Open'];

  it('finds names of both spellings by their words', () => {
    expect(searchTargets(targets, ' frown l')).toEqual(['Mouth_Frown_L', 'mouthFrownLeft']);
    expect(searchTargets(targets, 'frown left')).toEqual(['mouthFrownLeft']);
    expect(searchTargets(targets, 'JAW_open')).toEqual(['Jaw_Open']);
  });

  it('finds all for nothing, and none for what no name contains', () => {
    expect(searchTargets(targets, ' ')).toBe(targets);
    expect(searchTargets(targets, 'tail')).toEqual([]);
  });
});
