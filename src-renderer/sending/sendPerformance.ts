import { type CaptureFrame, createCaptureFrame, encodeFrameMessage } from '#shared/capture/index.ts';
import type { Destination } from '#shared/contract/index.ts';
import { uploadFrame } from '../link/index.ts';
import { useSending } from './sendingStore.ts';
import { Ticker } from './ticker.ts';

/** Whoever can tell what is performed. */
export interface PerformanceTeller {
  /** It is going to be asked, or no longer. */
  prepare(isWanted: boolean): void;
  /** @param seconds by the page's clock */
  tell(seconds: number, into: CaptureFrame): void;
}

/** Sends what is performed to the host while a destination wants it, as often as the fastest of them does. */
export function sendPerformance(teller: PerformanceTeller): void {
  const frame = createCaptureFrame();
  let isWanted = false;
  const ticker = new Ticker((seconds) => {
    teller.tell(seconds, frame);
    uploadFrame({ kind: 'performance_frame', stream: 0, content: encodeFrameMessage(frame, 0) });
  });
  const follow = (): void => {
    const rate = rateOf(useSending.getState().sending?.settings.destinations ?? []);
    if (rate > 0 !== isWanted) {
      isWanted = rate > 0;
      teller.prepare(isWanted);
    }
    ticker.ticksPerSecond = rate;
  };
  useSending.subscribe(follow);
  follow();
}

/** Frames of the performance that are wanted in a second; 0 where nobody wants any. */
const rateOf = (destinations: readonly Destination[]): number =>
  Math.max(
    0,
    ...destinations.map(({ isOn, what, framesPerSecond }) =>
      isOn && what === 'performance' ? framesPerSecond : 0,
    ),
  );
