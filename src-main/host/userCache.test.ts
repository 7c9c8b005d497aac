import { describe, expect, it } from 'vitest';
import { userCacheFolder } from './userCache.ts';

describe('the user cache folder', () => {
  it('is the folder named by MIMESIS_CACHE_DIR on every platform, unless that is empty', () => {
    expect(userCacheFolder({ MIMESIS_CACHE_DIR: '/cache/m', HOME: '/home/a' }, 'linux')).toBe('/cache/m');
    expect(userCacheFolder({ MIMESIS_CACHE_DIR: 'D:\\m', LOCALAPPDATA: 'C:\\l' }, 'win32')).toBe('D:\\m');
    expect(userCacheFolder({ MIMESIS_CACHE_DIR: '', HOME: '/home/a' }, 'linux')).toContain('/home/a/');
  });

  it('is never in the folder of the user’s data', () => {
    const env = { MIMESIS_DATA_DIR: '/data/m', HOME: '/home/a' };
    expect(userCacheFolder(env, 'linux')).toBe('/home/a/.cache/mimesis-studio');
  });

  it('follows XDG on Linux, and ignores a relative or empty XDG_CACHE_HOME', () => {
    expect(userCacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/x/mimesis-studio');
    for (const ignored of ['', 'relative/cache']) {
      const env = { HOME: '/home/a', XDG_CACHE_HOME: ignored };
      expect(userCacheFolder(env, 'linux')).toBe('/home/a/.cache/mimesis-studio');
    }
  });

  it('is the place of caches on macOS and Windows', () => {
    expect(userCacheFolder({ HOME: '/Users/a' }, 'darwin')).toBe('/Users/a/Library/Caches/Mimesis Studio');
    expect(userCacheFolder({ LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, 'win32')).toBe(
      'C:\\Users\\a\\AppData\\Local\\Mimesis Studio\\Cache',
    );
  });
});
