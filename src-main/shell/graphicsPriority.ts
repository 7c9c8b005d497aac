import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { app, type WebContents } from 'electron';

/** Threads that draw are started with the first picture; this long after the page they are all there. */
const STARTED_MS = 5000;

/**
 * Where the processor does the graphics' work, lets it wait for everything else: a phone's face must not wait for a
 * picture of it. With a graphics card nothing is changed.
 */
export function letCaptureGoFirst(contents: WebContents): void {
  app.on('gpu-info-update', lowerGraphics);
  app.on('child-process-gone', (_event, { type }) => {
    if (type === 'GPU') setTimeout(lowerGraphics, STARTED_MS);
  });
  contents.on('did-finish-load', () => {
    lowerGraphics();
    setTimeout(lowerGraphics, STARTED_MS);
  });
}

function lowerGraphics(): void {
  if (!app.getGPUFeatureStatus().gpu_compositing.includes('software')) return;
  for (const { type, pid } of app.getAppMetrics()) {
    if (type === 'GPU') for (const thread of threadsOf(pid)) lower(thread);
  }
}

/** On Linux every thread has a priority of its own; elsewhere it is the process's. */
function threadsOf(pid: number): number[] {
  if (process.platform !== 'linux') return [pid];
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    // It has ended meanwhile; the next one is lowered when it is there.
    return [];
  }
}

function lower(thread: number): void {
  try {
    setPriority(thread, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended meanwhile, or the system does not allow it: then all is as it was.
  }
}
