import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { userDataFolder } from '../userData.ts';
import type { Finding } from './finding.ts';

/** Where set-up notes which Electron it has found. */
const record = resolve(import.meta.dirname, '../../../node_modules/.mimesis-electron.json');
const runtimeSchema = z.object({ distPath: z.string(), version: z.string(), official: z.boolean() });

const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

export interface ElectronRuntime {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly executable: string;
  readonly version: string;
  /** False for the old runtime that tests use where the official one cannot be downloaded. */
  readonly official: boolean;
}

/** The Electron that set-up has found, or nothing. Without one the studio's window stays closed, and all else works. */
export function findElectron(): ElectronRuntime | undefined {
  if (!existsSync(record)) return undefined;
  const read = runtimeSchema.safeParse(JSON.parse(readFileSync(record, 'utf8')));
  if (!read.success) return undefined;
  const { distPath, version, official } = read.data;
  const executable = join(distPath, PROGRAMS[process.platform] ?? 'electron');
  return existsSync(executable) ? { folder: distPath, executable, version, official } : undefined;
}

export function examineElectron(): Finding {
  const runtime = findElectron();
  if (!runtime) {
    return {
      name: 'Electron',
      state: 'missing',
      detail: '',
      need: 'window',
      remedy: `npm start downloads it into ${join(userDataFolder(), 'electron')}; it needs a network.`,
    };
  }
  const { version, official } = runtime;
  return {
    name: 'Electron',
    state: 'found',
    detail: official ? version : `${version} (for tests only)`,
    need: 'window',
  };
}
