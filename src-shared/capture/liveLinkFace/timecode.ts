/** Frames are counted by sixtieths of a second whatever the take's rate (Unreal's LiveLinkFaceImporter reads them so). */
export const TIMECODE_FRAMES_PER_SECOND = 60;
/** A timecode has three decimals of a frame. */
const STEPS_PER_FRAME = 1000;
const STEPS_PER_SECOND = TIMECODE_FRAMES_PER_SECOND * STEPS_PER_FRAME;
const DAY_SECONDS = 86_400;

/** Of a field that is none. */
const MAX_QUOTED = 40;

const TIMECODE = /^(\d{2}):(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)$/;

/**
 * Reads the timecodes `HH:MM:SS:FF.fff` of one take in their order, as seconds since the midnight before it. A take may
 * go over midnight; otherwise times must not go back. What is wrong with a timecode completes "The line …".
 */
export function createTimecodeReader(): (text: string) => number | { problem: string } {
  let days = 0;
  let previous = 0;
  return (text) => {
    const timeOfDay = secondsOf(text);
    if (timeOfDay === undefined)
      return { problem: `has the timecode "${text.slice(0, MAX_QUOTED)}", which is not HH:MM:SS:FF` };
    if (days * DAY_SECONDS + timeOfDay < previous - DAY_SECONDS / 2) days += 1;
    const time = days * DAY_SECONDS + timeOfDay;
    if (time < previous)
      return { problem: `has the timecode ${text}, which is before that of the line above` };
    previous = time;
    return time;
  };
}

function secondsOf(text: string): number | undefined {
  const [, hours, minutes, seconds, frames] = TIMECODE.exec(text)?.map(Number) ?? [];
  if (hours === undefined || minutes === undefined || seconds === undefined || frames === undefined) return;
  // 59.9996 is written as 60.000.
  if (hours >= 24 || minutes >= 60 || seconds >= 60 || frames > TIMECODE_FRAMES_PER_SECOND) return;
  return hours * 3600 + minutes * 60 + seconds + frames / TIMECODE_FRAMES_PER_SECOND;
}

/**
 * A time as the timecode `HH:MM:SS:FF.fff`. It is rounded to a thousandth of a frame before it is taken apart: frame
 * 59.9996 is frame 0 of the next second, and the last of a day is midnight.
 * @param timeSeconds from 0, since the midnight before the take; past 86 400 where the take goes over the next
 */
export function timecodeOf(timeSeconds: number): string {
  const steps = Math.round(timeSeconds * STEPS_PER_SECOND) % (DAY_SECONDS * STEPS_PER_SECOND);
  const seconds = Math.floor(steps / STEPS_PER_SECOND);
  const frames = Math.floor((steps % STEPS_PER_SECOND) / STEPS_PER_FRAME);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frames];
  return `${clock.map((count) => padded(count, 2)).join(':')}.${padded(steps % STEPS_PER_FRAME, 3)}`;
}

const padded = (count: number, digits: number): string => String(count).padStart(digits, '0');
