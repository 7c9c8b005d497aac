/**
 * Ticks as many times a second as it is told to. In a worker, since a page that is hidden has its own timers slowed down
 * to one call a second.
 */
let timer: ReturnType<typeof setTimeout> | undefined;

self.onmessage = ({ data: ticksPerSecond }: MessageEvent<number>) => {
  clearTimeout(timer);
  const periodMs = 1000 / ticksPerSecond;
  let dueMs = performance.now();
  const tick = (): void => {
    self.postMessage(null);
    const now = performance.now();
    dueMs = Math.max(dueMs + periodMs, now);
    timer = setTimeout(tick, dueMs - now);
  };
  tick();
};
