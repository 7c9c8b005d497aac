/**
 * Time between two looks at numbers that change all the time: enough for a glance. Whatever the page lays out and paints
 * for them holds up live frames, so that all of them are looked at together.
 */
const INTERVAL_MS = 100;

type Look = (glance: number) => void;

const lookers = new Set<Look>();
let glance = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls back now, with 0, and at every glance with its number, which is the same for all: what is looked at more seldom is
 * looked at together as well. Returns how to stop.
 */
export function onGlance(look: Look): () => void {
  look(0);
  lookers.add(look);
  timer ??= setInterval(() => {
    glance++;
    for (const each of lookers) each(glance);
  }, INTERVAL_MS);
  return () => {
    lookers.delete(look);
    if (lookers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
