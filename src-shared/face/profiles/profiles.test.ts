import { describe, expect, it } from 'vitest';
import { FACE_PROFILES, PROFILE_TARGETS } from './profiles.ts';

describe('the face profiles', () => {
  it.each(FACE_PROFILES)('%s names each target once', (profile) => {
    const targets = PROFILE_TARGETS[profile];
    expect(targets.length).toBeGreaterThan(50);
    expect(new Set(targets).size).toBe(targets.length);
  });

  it('have both halves of what a face has twice', () => {
    const names = new Set<string>(PROFILE_TARGETS.cc4_extended);
    for (const name of names) {
      if (name.endsWith('_L')) expect(names).toContain(name.replace(/_L$/, '_R'));
      if (name.endsWith('_R')) expect(names).toContain(name.replace(/_R$/, '_L'));
    }
  });
});
