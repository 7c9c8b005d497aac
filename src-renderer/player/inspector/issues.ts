import { CHANNEL_NAMES, type ChannelName } from '#shared/body/index.ts';
import { words } from '../words.ts';

/** What stands out in a track, in plain words, and what to do about it. */
export interface Issue {
  readonly text: string;
  readonly advice: string;
}

const OF_CHANNEL = /^(.+)_(missing|filled|gated|clamped)_(\d+)%$/;
const DAMAGED_FRAMES = /^damaged_frames_(\d+)$/;

/** A quality report's issue code in words. A code of a later version is shown as it is. */
export function issueOf(code: string): Issue {
  const { channel: ofChannel, damagedFrames, unknown, whole } = words.issues;
  const [, name = '', kind, percent = ''] = OF_CHANNEL.exec(code) ?? [];
  if (isChannel(name) && isKind(kind)) return ofChannel[kind](name, Number(percent));
  const [, damaged] = DAMAGED_FRAMES.exec(code) ?? [];
  if (damaged !== undefined) return damagedFrames(Number(damaged));
  return Object.hasOwn(whole, code) ? whole[code as keyof typeof whole] : unknown(code);
}

const isChannel = (name: string): name is ChannelName => CHANNEL_NAMES.some((each) => each === name);
const isKind = (kind: string | undefined): kind is keyof typeof words.issues.channel =>
  kind !== undefined && Object.hasOwn(words.issues.channel, kind);
