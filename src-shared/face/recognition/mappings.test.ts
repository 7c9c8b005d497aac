import { describe, expect, it } from 'vitest';
import { PROFILE_TARGETS } from '../profiles/index.ts';
import { recogniseFace } from './index.ts';
import { withMappings } from './mappings.ts';

const face = recogniseFace([...PROFILE_TARGETS.arkit.filter((name) => name !== 'jawOpen'), 'MouthAgape']);

describe('a face that its user has corrected', () => {
  it('is as recognised where nothing is said', () => {
    expect(withMappings(face, {})).toEqual(face);
  });

  it('has a target that was missing', () => {
    expect(face).toMatchObject({ missing: ['jawOpen'], extra: ['MouthAgape'] });
    const corrected = withMappings(face, { jawOpen: ['MouthAgape'] });
    expect(corrected).toMatchObject({ missing: [], extra: [] });
    expect(corrected.aliases['jawOpen']).toEqual(['MouthAgape']);
  });

  it('leaves a target still, and its name free', () => {
    const corrected = withMappings(face, { tongueOut: [] });
    expect(corrected.missing).toContain('tongueOut');
    expect(corrected.extra).toContain('tongueOut');
  });

  it('drives two targets the other way round', () => {
    const corrected = withMappings(face, { jawLeft: ['jawRight'], jawRight: ['jawLeft'] });
    expect(corrected.aliases).toMatchObject({ jawLeft: ['jawRight'], jawRight: ['jawLeft'] });
    expect(corrected.missing).toEqual(['jawOpen']);
  });

  it('takes a name from the target that it was recognised as', () => {
    const corrected = withMappings(face, { jawOpen: ['jawForward'] });
    expect(corrected.aliases['jawForward']).toBeUndefined();
    expect(corrected.missing).toEqual(['jawForward']);
  });

  it('drives one target by a name, the last that it was given to', () => {
    const corrected = withMappings(face, { jawOpen: ['MouthAgape'], tongueOut: ['MouthAgape', 'tongueOut'] });
    expect(corrected.aliases['jawOpen']).toBeUndefined();
    expect(corrected.aliases['tongueOut']).toEqual(['MouthAgape', 'tongueOut']);
    expect(corrected.missing).toEqual(['jawOpen']);
  });

  it('passes over names that the file does not have', () => {
    expect(withMappings(face, { jawOpen: ['gone'] }).missing).toEqual(['jawOpen']);
  });
});
