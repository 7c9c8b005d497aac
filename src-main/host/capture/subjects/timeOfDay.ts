import { secondsOfDay } from '#shared/capture/index.ts';

const DAY_SECONDS = 86_400;
/** Senders' times above this are seconds since 1970, those below are times of the day. */
const SINCE_1970_SECONDS = 1e8;

/**
 * How far this computer's clock is ahead of a sender's, in seconds. A sender that counts from midnight is compared with
 * the time of day here, to the nearest day.
 * @param offsetSeconds what to add to the sender's time to have `nowSeconds`' clock
 */
export function clockDifference(offsetSeconds: number, nowSeconds: number, now = new Date()): number {
  const senderSeconds = nowSeconds - offsetSeconds;
  if (senderSeconds > SINCE_1970_SECONDS) return now.getTime() / 1000 - senderSeconds;
  const difference = secondsOfDay(now) - senderSeconds;
  return difference - DAY_SECONDS * Math.round(difference / DAY_SECONDS);
}
