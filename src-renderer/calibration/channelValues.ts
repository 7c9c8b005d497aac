import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import { ARKIT_BLENDSHAPE_COUNT } from '#shared/face/index.ts';
import { rawLevel, shownLevel } from './rawFace.ts';
import { words } from './words.ts';

const ANGLES: ReadonlySet<string> = new Set(CAPTURE_CHANNELS.slice(ARKIT_BLENDSHAPE_COUNT));
/** Of an angle, what fills a bar: more than a head turns before a phone. */
const FULL_TURN = 1;

/** Whether a channel is an angle, in radians; all others count from 0 to 1. */
export const isAngle = (channel: string): boolean => ANGLES.has(channel);

/** A channel as it is sent, and as it is shown, are told apart by what they are called in the page. */
export const sentName = (channel: string): string => `sent ${channel}`;
export const shownName = (channel: string): string => `shown ${channel}`;

/** What a bar shows, 0..1. @param name as `sentName` or `shownName` give it */
export function barOf(name: string): number {
  const value = numberOf(name);
  return isAngle(channelOf(name)) ? Math.abs(value) / FULL_TURN : value;
}

/** What stands beside a bar. */
export function textOf(name: string): string {
  const value = numberOf(name);
  return isAngle(channelOf(name)) ? words.degrees(value) : value.toFixed(2);
}

const channelOf = (name: string): string => name.slice(name.indexOf(' ') + 1);

function numberOf(name: string): number {
  return name.startsWith('sent ') ? rawLevel(channelOf(name)) : shownLevel(channelOf(name));
}
