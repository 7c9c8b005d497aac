import { describe, expect, it } from 'vitest';
import { userDataFolder } from './userData.ts';

describe('the user data folder', () => {
  it('is the folder named by MIMESIS_DATA_DIR on every platform', () => {
    expect(userDataFolder({ MIMESIS_DATA_DIR: '/data/m', HOME: '/home/a' }, 'linux')).toBe('/data/m');
    expect(userDataFolder({ MIMESIS_DATA_DIR: '/data/m', HOME: '/Users/a' }, 'darwin')).toBe('/data/m');
    expect(userDataFolder({ MIMESIS_DATA_DIR: 'D:\\m', APPDATA: 'C:\\r' }, 'win32')).toBe('D:\\m');
  });

  it('follows XDG on Linux, and ignores a relative or empty XDG_DATA_HOME', () => {
    expect(userDataFolder({ HOME: '/home/a' }, 'linux')).toBe('/home/a/.local/share/mimesis-studio');
    expect(userDataFolder({ HOME: '/home/a', XDG_DATA_HOME: '/x' }, 'linux')).toBe('/x/mimesis-studio');
    for (const ignored of ['', 'relative/data']) {
      const env = { HOME: '/home/a', XDG_DATA_HOME: ignored };
      expect(userDataFolder(env, 'linux')).toBe('/home/a/.local/share/mimesis-studio');
    }
  });

  it('is the place of applications on macOS and Windows', () => {
    expect(userDataFolder({ HOME: '/Users/a' }, 'darwin')).toBe(
      '/Users/a/Library/Application Support/Mimesis Studio',
    );
    expect(userDataFolder({ APPDATA: 'C:\\Users\\a\\AppData\\Roaming' }, 'win32')).toBe(
      'C:\\Users\\a\\AppData\\Roaming\\Mimesis Studio',
    );
  });

  it('treats an empty MIMESIS_DATA_DIR as not set', () => {
    expect(userDataFolder({ MIMESIS_DATA_DIR: '', HOME: '/home/a' }, 'linux')).toContain('/home/a/');
  });
});
