/**
 * Time between two looks at numbers that change all the time: enough for a glance. Whatever the page lays out and paints
 * for them holds up live frames, so that all of them are looked at together.
 */
const INTERVAL_MS = 100;

/** A screen reader, and whoever searches the page, are told of what is drawn so seldom. */
export const GLANCES_PER_TELLING = 10;

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

/** The same while an element is in sight, beginning anew whenever it comes there. */
export function onGlanceAt(element: Element, look: Look): () => void {
  let stop = (): void => {};
  const observer = new IntersectionObserver((entries) => {
    stop();
    stop = entries.at(-1)?.isIntersecting ? onGlance(look) : () => {};
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    stop();
  };
}
