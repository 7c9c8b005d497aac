import type { CaptureFrame } from '#shared/capture/index.ts';

/** Senders that go back by more have set their clock. */
const CLOCK_STEP_SECONDS = 1;

/**
 * When the frames of a file would have arrived, had none been underway for any time: their own times, on the take's
 * clock. Where a file changes from one clock to another, the next frame comes with the last.
 * @param firstSeconds when the first frame arrives
 */
export function createArrivalClock(
  firstSeconds: number,
): (frame: Pick<CaptureFrame, 'isTimed' | 'timeSeconds'>) => number {
  let last = firstSeconds;
  let wasTimed: boolean | undefined;
  let offset = 0;
  return ({ isTimed, timeSeconds }) => {
    const isOtherClock = isTimed !== wasTimed || timeSeconds + offset < last - CLOCK_STEP_SECONDS;
    if (isOtherClock) offset = last - timeSeconds;
    wasTimed = isTimed;
    last = Math.max(last, timeSeconds + offset);
    return last;
  };
}
