import type { TimecodeRate } from '../../contract/index.ts';

/** How a timecode counts: frames a second, as they are numbered and as they pass; drop-frame where those differ. */
interface Counting {
  readonly numbered: number;
  readonly framesPerSecond: number;
}

const NTSC = 1000 / 1001;

const COUNTINGS: Readonly<Record<TimecodeRate, Counting>> = {
  '24': { numbered: 24, framesPerSecond: 24 },
  '25': { numbered: 25, framesPerSecond: 25 },
  '29.97 drop': { numbered: 30, framesPerSecond: 30 * NTSC },
  '30': { numbered: 30, framesPerSecond: 30 },
  '50': { numbered: 50, framesPerSecond: 50 },
  '59.94 drop': { numbered: 60, framesPerSecond: 60 * NTSC },
  '60': { numbered: 60, framesPerSecond: 60 },
};

const DAY_SECONDS = 86_400;
/** What is lost of a frame in adding seconds must not make it the one before. */
const ROUNDING_FRAMES = 1e-6;

/** Seconds since midnight in this computer's time zone, by its clocks on the wall: as timecodes count them. */
export function secondsOfDay(moment: Date): number {
  const minutes = moment.getHours() * 60 + moment.getMinutes();
  return minutes * 60 + moment.getSeconds() + moment.getMilliseconds() / 1000;
}

/**
 * The timecode of a time of day, `HH:MM:SS:FF`; with `;` before the frame where numbers are dropped.
 * @param sinceMidnight in seconds; beyond a day it begins anew
 */
export function timecodeAt(sinceMidnight: number, rate: TimecodeRate): string {
  const { numbered, framesPerSecond } = COUNTINGS[rate];
  const passed = Math.floor(modulo(sinceMidnight, DAY_SECONDS) * framesPerSecond + ROUNDING_FRAMES);
  const isDrop = numbered !== framesPerSecond;
  const frame = isDrop ? dropNumber(passed, numbered) : passed;
  const seconds = Math.floor(frame / numbered);
  const [hours, minutes] = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const clock = [hours, minutes, seconds % 60].map(twoDigits).join(':');
  return `${clock}${isDrop ? ';' : ':'}${twoDigits(frame % numbered)}`;
}

/**
 * The number that the n-th frame has where numbers are dropped: at each full minute but every tenth, the first two at 30
 * frames a second and the first four at 60 (SMPTE ST 12-1, drop-frame compensation).
 */
function dropNumber(passed: number, numbered: number): number {
  const dropped = numbered / 15;
  const inMinute = 60 * numbered - dropped;
  const inTenMinutes = 600 * numbered - 9 * dropped;
  const tens = Math.floor(passed / inTenMinutes);
  const rest = passed % inTenMinutes;
  // The first minute of ten drops nothing, and is longer for it.
  const minutes = rest < 60 * numbered ? 0 : 1 + Math.floor((rest - 60 * numbered) / inMinute);
  return passed + dropped * (9 * tens + minutes);
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;
const twoDigits = (count: number): string => String(count).padStart(2, '0');
