import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ownUserFolder from '../scripts/testing/ownUserFolder.ts';
import type { Benchmark, Figure } from './figure.ts';
import { percentile } from './percentile.ts';
import { measureHostStart } from './shell/hostStart.ts';
import { measureIdle } from './shell/idle.ts';
import { makeFullWorkspace } from './shell/workspace.ts';
import { openWindow } from './window.ts';

const HOST_STARTS = 9;
const WINDOW_STARTS = 7;

/** The window: how soon it can be used, and what it costs when nothing happens. */
export const shell: Benchmark = {
  name: 'shell',
  async run() {
    if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
      throw new Error('a window needs a display: try xvfb-run -a npm run bench -- shell');
    }
    const folder = mkdtempSync(join(tmpdir(), 'mimesis-bench-'));
    // The figures shall not depend on the avatars and presets of whoever measures.
    const leaveUserFolder = ownUserFolder();
    try {
      return await measure(folder);
    } finally {
      leaveUserFolder();
      rmSync(folder, { recursive: true, maxRetries: 5 });
    }
  },
};

async function measure(folder: string): Promise<Figure[]> {
  const workspace = join(folder, 'workspace');
  await makeFullWorkspace(workspace);
  const hostStarts: number[] = [];
  for (let i = 0; i < HOST_STARTS; i++) hostStarts.push(await measureHostStart(workspace));
  const windowStarts: number[] = [];
  for (let i = 0; i < WINDOW_STARTS; i++) {
    const window = await openWindow(workspace, join(folder, 'profile'));
    windowStarts.push(window.interactiveMs);
    await window.close();
  }
  const window = await openWindow(workspace, join(folder, 'profile'));
  try {
    const idle = await measureIdle(window.pid);
    return [...startFigures(hostStarts, windowStarts), ...idle];
  } finally {
    await window.close();
  }
}

function startFigures(hostStarts: readonly number[], windowStarts: readonly number[]): Figure[] {
  return [
    { key: 'host_ready_p50', value: percentile(hostStarts, 50), unit: 'ms', target: { atMost: 600 } },
    {
      key: 'window_interactive_p50',
      value: percentile(windowStarts, 50),
      unit: 'ms',
      target: { atMost: 1500 },
    },
    { key: 'window_interactive_max', value: Math.max(...windowStarts), unit: 'ms' },
  ];
}
