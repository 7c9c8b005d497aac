import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { z } from 'zod';
import { repositoryRoot } from './shared.ts';

const runtimeSchema = z.object({ distPath: z.string(), version: z.string(), official: z.boolean() });

const programs: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** The Electron that set-up found; the test is skipped, with a message, where there is none. */
export function requireElectron(context: TestContext) {
  const record = join(repositoryRoot, 'node_modules/.mimesis-electron.json');
  if (!existsSync(record)) context.skip('no Electron for this machine');
  const runtime = runtimeSchema.parse(JSON.parse(readFileSync(record, 'utf8')));
  return { ...runtime, executablePath: join(runtime.distPath, programs[process.platform] ?? 'electron') };
}
