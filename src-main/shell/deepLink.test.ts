import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeepLink, readDeepLink } from './deepLink.ts';

describe('an address of the app', () => {
  it.each(['mimesis://open', 'mimesis://open/', 'MIMESIS://open'])('%s opens the studio', (address) => {
    expect(isDeepLink(address)).toBe(true);
    expect(readDeepLink(address)).toBe('open');
  });

  it.each([
    'mimesis://',
    'mimesis://delete',
    'mimesis://open/etc/passwd',
    'mimesis://open?workspace=/etc',
    'mimesis://open#x',
    'mimesis://user:secret@open',
    'mimesis://open:80',
    'mimesis:open',
    'mimesis://open%20',
    'mimesis-studio://app/',
    'https://open',
    'open',
    '',
  ])('%s asks for nothing that is known', (address) => {
    expect(readDeepLink(address)).toBeUndefined();
  });

  it('may be anything at all without harm', () => {
    const address = fc.oneof(
      fc.string(),
      fc.string().map((text) => `mimesis:${text}`),
    );
    fc.assert(fc.property(address, (text) => ['open', undefined].includes(readDeepLink(text))));
  });

  it('is told from other words of a command line', () => {
    expect(
      ['--workspace=mimesis:', '/home/mimesis', 'mimesis.mp4', 'mimesis-studio://app'].some(isDeepLink),
    ).toBe(false);
  });
});
