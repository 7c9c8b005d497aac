import { CHANNEL_NAMES, channelOf, createLandmarkFrame, type LandmarkFrame } from '#shared/body/index.ts';

const PRESENCES = ['absent', 'filled', 'tracked'] as const;
/** Presence, confidence, gated, clamped. */
const HEADER_LENGTH = 4;

const channelsOf = (frame: LandmarkFrame) => CHANNEL_NAMES.map((name) => channelOf(frame, name));

/** Numbers of a frame laid end to end: they travel between threads in a buffer that is handed over, not copied. */
export function createParcel(): Float32Array<ArrayBuffer> {
  const signals = channelsOf(createLandmarkFrame()).flatMap((channel) => Object.values(channel.signals));
  const length = signals.reduce((total, signal) => total + signal.length, 0);
  return new Float32Array(1 + CHANNEL_NAMES.length * HEADER_LENGTH + length);
}

export function pack(frame: LandmarkFrame, parcel: Float32Array): void {
  let at = 0;
  parcel[at++] = frame.timeSeconds;
  for (const name of CHANNEL_NAMES) {
    const channel = channelOf(frame, name);
    parcel[at++] = PRESENCES.indexOf(channel.presence);
    parcel[at++] = channel.confidence;
    parcel[at++] = Number(channel.gated);
    parcel[at++] = Number(channel.clamped);
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
  frame.timeSeconds = parcel[at++] ?? 0;
  for (const name of CHANNEL_NAMES) {
    const channel = channelOf(frame, name);
    channel.presence = PRESENCES[parcel[at++] ?? 0] ?? 'absent';
    channel.confidence = parcel[at++] ?? 0;
    channel.gated = parcel[at++] === 1;
    channel.clamped = parcel[at++] === 1;
    for (const key in channel.signals) {
      const signal = channel.signals[key];
      if (!signal) continue;
      for (let i = 0; i < signal.length; i++) signal[i] = parcel[at++] ?? 0;
    }
  }
}
