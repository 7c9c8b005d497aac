import {
  CHANNEL_NAMES,
  channelOf,
  createLandmarkFrame,
  type LandmarkFrame,
  PRESENCES,
} from '#shared/body/index.ts';

const channelsOf = (frame: LandmarkFrame) => CHANNEL_NAMES.map((name) => channelOf(frame, name));

/**
 * What a figure shows of a frame, presence and signals of its channels, laid end to end: it travels between threads in a
 * buffer that is handed over, not copied.
 */
export function createParcel(): Float32Array<ArrayBuffer> {
  const signals = channelsOf(createLandmarkFrame()).flatMap((channel) => Object.values(channel.signals));
  const length = signals.reduce((total, signal) => total + signal.length, 0);
  return new Float32Array(CHANNEL_NAMES.length + length);
}

export function pack(frame: LandmarkFrame, parcel: Float32Array): void {
  let at = 0;
  for (const name of CHANNEL_NAMES) {
    const channel = channelOf(frame, name);
    parcel[at++] = PRESENCES.indexOf(channel.presence);
    for (const key in channel.signals) {
      const signal = channel.signals[key];
      if (!signal) continue;
      parcel.set(signal, at);
      at += signal.length;
    }
  }
}

export function unpack(parcel: Float32Array, frame: LandmarkFrame): void {
  let at = 0;
  for (const name of CHANNEL_NAMES) {
    const channel = channelOf(frame, name);
    channel.presence = PRESENCES[parcel[at++] ?? 0] ?? 'absent';
    for (const key in channel.signals) {
      const signal = channel.signals[key];
      if (!signal) continue;
      for (let i = 0; i < signal.length; i++) signal[i] = parcel[at++] ?? 0;
    }
  }
}
