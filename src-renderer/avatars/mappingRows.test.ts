import { describe, expect, it } from 'vitest';
import { PROFILE_TARGETS, recogniseFace } from '#shared/face/index.ts';
import { holderOf, mappingRows, namesIn, withEdit } from './mappingRows.ts';

const face = recogniseFace([...PROFILE_TARGETS.arkit.filter((name) => name !== 'tongueOut'), 'Zunge raus']);

describe('the mapping of an avatar', () => {
  it('has every target of the profile, those that are missing first', () => {
    const rows = mappingRows(face, {}, '');
    expect(rows).toHaveLength(52);
    expect(rows[0]).toEqual({ target: 'tongueOut', names: [], isEdited: false, isMissing: true });
    expect(rows[1]).toEqual({
      target: 'eyeBlinkLeft',
      names: ['eyeBlinkLeft'],
      isEdited: false,
      isMissing: false,
    });
  });

  it('keeps its order while it is edited', () => {
    const edited = withEdit(face, {}, 'tongueOut', ['Zunge raus']);
    expect(mappingRows(face, edited, '')[0]).toEqual({
      target: 'tongueOut',
      names: ['Zunge raus'],
      isEdited: true,
      isMissing: false,
    });
  });

  it('is searched by either name', () => {
    const edited = withEdit(face, {}, 'tongueOut', ['Zunge raus']);
    expect(mappingRows(face, edited, 'zunge').map(({ target }) => target)).toEqual(['tongueOut']);
    expect(mappingRows(face, edited, 'TongueOut')).toHaveLength(1);
    expect(mappingRows(face, edited, 'nose')).toHaveLength(2);
  });

  it('forgets an edit that says what was recognised', () => {
    const edited = withEdit(face, {}, 'jawOpen', []);
    expect(edited).toEqual({ jawOpen: [] });
    expect(withEdit(face, edited, 'jawOpen', ['jawOpen'])).toEqual({});
    expect(withEdit(face, {}, 'jawOpen', ['jawOpen'])).toEqual({});
  });

  it('knows which target a name has been given to', () => {
    const edited = withEdit(face, {}, 'tongueOut', ['Zunge raus']);
    expect(holderOf(edited, 'jawOpen', 'Zunge raus')).toBe('tongueOut');
    expect(holderOf(edited, 'tongueOut', 'Zunge raus')).toBeUndefined();
    // What was only recognised may be given to another.
    expect(holderOf(edited, 'tongueOut', 'jawOpen')).toBeUndefined();
  });

  it('takes several names', () => {
    expect(namesIn(' a, b ,,a')).toEqual(['a', 'b']);
    expect(namesIn('')).toEqual([]);
  });
});
