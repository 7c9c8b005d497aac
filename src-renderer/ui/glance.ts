/**
 * Time between two looks at numbers that change all the time: enough for a glance. Whatever the page lays out and paints
 * for them holds up live frames, so that all of them are looked at together.
 */
const INTERVAL_MS = 100;

const lookers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Calls back now and at every glance. Returns how to stop. */
export function onGlance(look: () => void): () => void {
  look();
  lookers.add(look);
  timer ??= setInterval(() => {
    for (const each of lookers) each();
  }, INTERVAL_MS);
  return () => {
    lookers.delete(look);
    if (lookers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
