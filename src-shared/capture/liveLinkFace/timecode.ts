/** Frames are counted by sixtieths of a second whatever the take's rate (Unreal's LiveLinkFaceImporter reads them so). */
const FRAMES_PER_SECOND = 60;
const DAY_SECONDS = 86_400;

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
    if (timeOfDay === undefined) return { problem: `has the timecode "${text}", which is not HH:MM:SS:FF` };
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
  if (hours >= 24 || minutes >= 60 || seconds >= 60 || frames > FRAMES_PER_SECOND) return;
  return hours * 3600 + minutes * 60 + seconds + frames / FRAMES_PER_SECOND;
}
