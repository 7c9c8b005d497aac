import { MimesisError, type SoundFormat } from '#shared/contract/index.ts';
import { canReadTracks, openDevice, readTrack } from '../../devices/index.ts';
import { hostSecondsAt } from '../../link/index.ts';
import { words } from '../words.ts';
import { BlockMaker, type SoundBlock } from './blockMaker.ts';
import { ChunkTimes } from './chunkTimes.ts';
import { SampleClock } from './sampleClock.ts';
import { soundLevel } from './soundLevel.ts';

/** As the actor sounds: nothing is made better on the way, which would also delay it. */
const AS_IT_IS = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
/** More is not kept: those of a stereo microphone, or two that are plugged into one box. */
const MAX_CHANNELS = 2;
/** Chunks, of 10 ms, that wait for a page that is busy before the oldest are dropped. */
const MAX_WAITING = 1000;

export interface MicrophoneCalls {
  /** The first sound has come. */
  onFormat(format: SoundFormat): void;
  onBlock(block: SoundBlock): void;
  /** Nothing more comes of it: it was unplugged, or cannot be read. */
  onLost(error: unknown): void;
}

/** An open microphone. */
export interface Microphone {
  /** Gives the sound that has come since the last block. */
  flush(): void;
  close(): void;
}

/** Opens the chosen microphone. Throws as `openDevice` does, and `device_refused` where the browser cannot read sound. */
export async function openMicrophone(calls: MicrophoneCalls): Promise<Microphone> {
  if (!canReadTracks()) {
    throw new MimesisError('device_refused', words.noSound, { remedy: words.noSoundRemedy });
  }
  const stream = await openDevice('sound', AS_IT_IS);
  const [track] = stream.getAudioTracks();
  if (!track) throw new MimesisError('device_missing', words.noSound);
  const sound = new SoundReader(calls);
  const close = (): void => {
    track.onended = null;
    track.stop();
  };
  const lose = (error: unknown): void => {
    close();
    calls.onLost(error);
  };
  track.onended = () =>
    lose(new MimesisError('device_missing', words.unplugged.microphone, { remedy: words.unpluggedRemedy }));
  soundLevel.reset(performance.now());
  readChunks(track, sound).catch(lose);
  return { flush: () => sound.flush(), close };
}

/**
 * Takes the chunks that a track is made of until it ends: unlike what passes through an `AudioContext`, they are neither
 * resampled to the clock of the loudspeaker nor dropped where that clock differs.
 */
async function readChunks(track: MediaStreamTrack, sound: SoundReader): Promise<void> {
  const reader = readTrack<AudioData>(track, MAX_WAITING);
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (!chunk) return;
    try {
      sound.take(chunk);
    } finally {
      chunk.close();
    }
  }
}

/** Turns chunks of sound into blocks on the host's clock. */
class SoundReader {
  readonly #calls: MicrophoneCalls;
  readonly #times = new ChunkTimes();
  #planes: Float32Array<ArrayBuffer>[] = [];
  #clock: SampleClock | undefined;
  #blocks: BlockMaker | undefined;

  constructor(calls: MicrophoneCalls) {
    this.#calls = calls;
  }

  take(chunk: AudioData): void {
    const { sampleRate, numberOfFrames, timestamp } = chunk;
    const now = performance.now();
    const hostSeconds = hostSecondsAt(this.#times.pageMs(timestamp, now));
    if (hostSeconds === undefined) return;
    const { blocks, clock } = this.#ready(sampleRate, Math.min(MAX_CHANNELS, chunk.numberOfChannels));
    const planes = this.#planesFor(numberOfFrames, blocks.channels);
    for (const [planeIndex, plane] of planes.entries()) {
      chunk.copyTo(plane, { planeIndex, format: 'f32-planar' });
    }
    blocks.add(planes, numberOfFrames, clock.take(hostSeconds, numberOfFrames));
  }

  flush(): void {
    this.#blocks?.flush();
  }

  #ready(sampleRate: number, channels: number): { blocks: BlockMaker; clock: SampleClock } {
    if (!this.#blocks || !this.#clock) {
      this.#clock = new SampleClock(sampleRate);
      this.#blocks = new BlockMaker(sampleRate, channels, (block) => {
        soundLevel.take(block.samples, performance.now());
        this.#calls.onBlock(block);
      });
      this.#calls.onFormat({ sampleRate, channels });
    }
    return { blocks: this.#blocks, clock: this.#clock };
  }

  #planesFor(frames: number, channels: number): Float32Array<ArrayBuffer>[] {
    if (this.#planes.length !== channels || (this.#planes[0]?.length ?? 0) < frames) {
      this.#planes = Array.from({ length: channels }, () => new Float32Array(frames));
    }
    return this.#planes;
  }
}
