import { type RigPreset, readPreset } from '#shared/face/index.ts';

const STORED_AS = 'mimesis.rig';
/** A drag changes settings with every move of the pointer; only where it rests is kept. */
const REST_MS = 400;

/** The rig's settings as they were when the studio was closed; undefined where there are none that can be read. */
export function readRig(): RigPreset | undefined {
  try {
    const reading = readPreset(JSON.parse(localStorage.getItem(STORED_AS) ?? 'null'));
    return reading.ok && reading.preset.kind === 'rig' ? reading.preset : undefined;
  } catch {
    // What cannot be read is as it is at first.
    return undefined;
  }
}

let keeping: ReturnType<typeof setTimeout> | undefined;

/** Keeps the rig's settings for the next start. */
export function keepRig(rig: RigPreset): void {
  clearTimeout(keeping);
  keeping = setTimeout(() => localStorage.setItem(STORED_AS, JSON.stringify(rig)), REST_MS);
}
