import { CHANNEL_NAMES, type ChannelName, PRESENCES } from '../../body/index.ts';
import { MimesisError } from '../../contract/index.ts';
import { type TrackingFrame, trackingFrameSchema, trackingHeaderSchema } from './schema.ts';
import { arraysOf, BOX_STRIDE, type ChannelTrack, channelTrackOf, createTrack, type Track } from './track.ts';

const FIRST_CAPACITY = 256;

/** Makes a track of the lines of a tracking file, given one after another. */
export class TrackBuilder {
  #track: Track | undefined;
  #lines = 0;
  #frames = 0;

  /** Frames so far. */
  get frames(): number {
    return this.#frames;
  }

  /** Adds the next line, the header first. Throws `damaged_track` with its number where it is none of a track's. */
  line(text: string): void {
    this.#lines++;
    const value = this.#parse(text);
    if (!this.#track) {
      const header = trackingHeaderSchema.safeParse(value);
      if (!header.success) throw this.#damaged('it is not the header of a tracking v2 file', header.error);
      this.#track = createTrack(header.data, FIRST_CAPACITY);
      return;
    }
    const frame = trackingFrameSchema.safeParse(value);
    if (!frame.success) throw this.#damaged('it is not a frame', frame.error);
    this.#add(frame.data, this.#track);
  }

  /** The track, with room for its frames and no more. Throws `damaged_track` where no line was given. */
  finish(): Track {
    if (!this.#track) throw this.#damaged('the file is empty');
    return resized(this.#track, this.#frames);
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw this.#damaged('it is not JSON', error);
    }
  }

  #add(line: TrackingFrame, held: Track): void {
    const index = this.#frames;
    if (line.index !== index) throw this.#damaged(`frame ${index} was expected here`);
    if (index > 0 && line.t <= (held.times[index - 1] ?? 0)) throw this.#damaged('its time does not grow');
    const track = index < held.frames ? held : resized(held, held.frames * 2);
    this.#track = track;
    this.#frames++;
    track.times[index] = line.t;
    track.boxes.set(line.bbox_person ?? [0, 0, 0, 0], index * BOX_STRIDE);
    for (const name of CHANNEL_NAMES) writeChannel(channelTrackOf(track, name), index, line, name);
  }

  #damaged(detail: string, cause?: unknown): MimesisError {
    return new MimesisError('damaged_track', `The track is damaged at line ${this.#lines}: ${detail}.`, {
      remedy: 'Track the video again.',
      cause,
    });
  }
}

/** The numbers of a channel of a line, by signal; null where it was not found. */
function signalsOf(
  line: TrackingFrame,
  name: ChannelName,
): Readonly<Record<string, readonly number[]>> | null {
  switch (name) {
    case 'pose':
      return line.pose;
    case 'left_hand':
      return line.hands.left && { image: line.hands.left.image, world: line.hands.left.world };
    case 'right_hand':
      return line.hands.right && { image: line.hands.right.image, world: line.hands.right.world };
    case 'face': {
      if (!line.face) return null;
      const { blendshapes, head } = line.face;
      return { blendshapes, head: [...head.rotation, ...head.translation] };
    }
  }
}

function writeChannel(
  channel: ChannelTrack<string>,
  index: number,
  line: TrackingFrame,
  name: ChannelName,
): void {
  const signals = signalsOf(line, name);
  const flags = line.flags[name] ?? [];
  const presence = signals ? (flags.includes('filled') ? 'filled' : 'tracked') : 'absent';
  channel.presence[index] = PRESENCES.indexOf(presence);
  channel.confidence[index] = line.confidence[name];
  channel.gated[index] = Number(flags.includes('gated'));
  channel.clamped[index] = Number(flags.includes('clamped'));
  for (const [signal, values] of Object.entries(signals ?? {})) {
    channel.signals[signal]?.set(values, index * values.length);
  }
}

/** A copy with room for so many frames: cut, or longer with absent frames. */
function resized(track: Track, frames: number): Track {
  const copy = createTrack(track.header, frames);
  const from = arraysOf(track);
  for (const [i, array] of arraysOf(copy).entries()) array.set(from[i]?.subarray(0, array.length) ?? []);
  return copy;
}
