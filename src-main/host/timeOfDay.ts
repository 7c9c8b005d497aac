/** Seconds since midnight in this computer's time zone, as timecodes count them. */
export function secondsOfDay(moment: Date): number {
  const minutes = moment.getHours() * 60 + moment.getMinutes();
  return minutes * 60 + moment.getSeconds() + moment.getMilliseconds() / 1000;
}
