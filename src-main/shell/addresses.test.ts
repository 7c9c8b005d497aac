import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOfAddress, isStudioPage, mayOpenOutside } from './addresses.ts';

const folder = resolve('/app/page');

describe('files of the studio page', () => {
  it('are those in its folder', () => {
    expect(fileOfAddress('mimesis-studio://app/', folder)).toBe(resolve(folder, 'index.html'));
    expect(fileOfAddress('mimesis-studio://app/assets/a.js', folder)).toBe(resolve(folder, 'assets/a.js'));
  });

  it.each([
    'mimesis-studio://app/../secret.js',
    'mimesis-studio://app/%2e%2e/secret.js',
    'mimesis-studio://app/..%2fsecret.js',
    'mimesis-studio://app/a%00.js',
    'mimesis-studio://app/..%5csecret.js',
    'mimesis-studio://app/%',
    'mimesis-studio://other/index.html',
  ])('%s leads to none outside', (address) => {
    const file = fileOfAddress(address, folder);
    expect(file === undefined || file.startsWith(`${folder}/`)).toBe(true);
  });

  it('never lie outside, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.constantFrom('..', '%2e%2e', '/', '%2f', '\\', 'a', '.', '%00')),
        (text, parts) => {
          for (const path of [text, parts.join('')]) {
            if (!URL.canParse(`mimesis-studio://app/${path}`)) continue;
            const file = fileOfAddress(`mimesis-studio://app/${path}`, folder);
            expect(file === undefined || file.startsWith(`${folder}/`)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('addresses', () => {
  it('of the studio are its own origin only', () => {
    expect(isStudioPage('mimesis-studio://app/')).toBe(true);
    for (const other of [
      'mimesis-studio://app.evil/',
      'mimesis-studio://application/',
      'http://127.0.0.1/',
      'about:blank',
    ]) {
      expect(isStudioPage(other)).toBe(false);
    }
  });

  it('open outside only where they are known', () => {
    expect(mayOpenOutside('https://storage.googleapis.com/mediapipe-models/x.task')).toBe(true);
    for (const other of [
      'http://storage.googleapis.com/',
      'https://evil.example/',
      'file:///etc/passwd',
      'javascript:1',
      '',
    ]) {
      expect(mayOpenOutside(other)).toBe(false);
    }
  });
});
