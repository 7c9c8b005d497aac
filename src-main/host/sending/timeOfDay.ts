/** Seconds since midnight by this computer's clock, as timecodes count them. */
export function secondsOfDay(now: Date): number {
  const minutes = now.getHours() * 60 + now.getMinutes();
  return minutes * 60 + now.getSeconds() + now.getMilliseconds() / 1000;
}
