import { ask, onFresh } from './host.ts';
import { PingClock } from './pingClock.ts';

/** Questions at the start, in quick succession, so that one of them meets no other work; then now and then. */
const FIRST_PINGS = 8;
const FIRST_PINGS_MS = 40;
const PING_MS = 5000;

const clock = new PingClock();
let turn = 0;

// Another host, or the same after a sleep of the computer, has another clock.
onFresh(() => {
  clock.reset();
  turn += 1;
  void pingOn(turn);
});

/**
 * The host's time at a time of `performance.now()`, both of the same computer. Wrong by less than half of the quickest
 * answer, which is some tenths of a millisecond; undefined before the first answer.
 */
export function hostSecondsAt(pageMs: number): number | undefined {
  return clock.at(pageMs / 1000);
}

async function pingOn(own: number): Promise<void> {
  for (let count = 0; own === turn; count++) {
    const asked = performance.now() / 1000;
    try {
      const { hostSeconds } = await ask('clock.read', {});
      if (own === turn) clock.add(asked, hostSeconds, performance.now() / 1000);
    } catch {
      // The link is broken; it asks for a new beginning when it is back, or goes on as it was.
    }
    await new Promise((done) => setTimeout(done, count < FIRST_PINGS ? FIRST_PINGS_MS : PING_MS));
  }
}
