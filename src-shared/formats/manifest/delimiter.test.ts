import { describe, expect, it } from 'vitest';
import { DELIMITERS, detectDelimiter } from './delimiter.ts';

describe('detectDelimiter', () => {
  it.each(DELIMITERS)('recognises %j', (delimiter) => {
    expect(detectDelimiter(['word,path', 'hei,hei.mp4'].join('\n').replaceAll(',', delimiter))).toBe(
      delimiter,
    );
  });

  it('counts no delimiter inside quotes', () => {
    expect(detectDelimiter('word;"path, with, commas"\nhei;"a,b,c.mp4"')).toBe(';');
  });

  it('prefers the delimiter that the rows agree with over one that only the header has', () => {
    expect(detectDelimiter('word;path;place, year, month\nhei;a.mp4;Oslo\nha;b.mp4;Bergen')).toBe(';');
  });

  it('is not misled by a malformed row', () => {
    expect(detectDelimiter('word|path\nhei|a.mp4\n"ha|b.mp4\nno,no,no\nja|c.mp4')).toBe('|');
  });

  it('looks past blank lines', () => {
    expect(detectDelimiter('\r\n\r\nword\tpath\r\n\r\nhei\ta.mp4')).toBe('\t');
  });

  it('falls back to the comma for a single column', () => {
    expect(detectDelimiter('word\nhei')).toBe(',');
  });
});
