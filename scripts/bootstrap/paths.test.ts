import { describe, expect, it } from 'vitest';
import { userDataFolder as hostRule } from '../../src-main/host/userData.ts';
import { userDataFolder } from './paths.mjs';

describe('the user data folder of set-up', () => {
  const environments = [
    { HOME: '/home/a' },
    { HOME: '/home/a', XDG_DATA_HOME: '/x' },
    { HOME: '/home/a', XDG_DATA_HOME: 'relative' },
    { HOME: '/home/a', APPDATA: 'C:\\Users\\a\\AppData\\Roaming' },
    { HOME: '/home/a', MIMESIS_DATA_DIR: '/data/m' },
    { HOME: '/home/a', MIMESIS_DATA_DIR: '' },
  ];

  it.each(['linux', 'darwin', 'win32'] as const)('is the one of the host on %s', (platform) => {
    for (const env of environments) expect(userDataFolder(env, platform)).toBe(hostRule(env, platform));
  });
});
