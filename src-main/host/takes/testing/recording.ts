import { type CaptureFrame, createCaptureFrame } from '#shared/capture/index.ts';
import type { TakeHeader, TakeSubject } from '#shared/formats/index.ts';

export const testHeader: Omit<TakeHeader, 'takeId'> = {
  slate: 'Monolog',
  takeNumber: 3,
  startedAt: '2026-03-01T09:30:00.000Z',
  startedAtHostSeconds: 100,
  appVersion: '0.1.0',
};

/** Somebody of whom two channels are recorded. */
export function testSubject(subject: string): Omit<TakeSubject, 'number'> {
  return {
    protocol: 'llf',
    deviceId: 'F5D5A0C4-6B0E-4E0A-9B5C-2B1B0E2B7A11',
    subject,
    frameRate: 60,
    face: { channels: ['jawOpen', 'headYaw'] },
    hasHeadPosition: false,
    body: null,
    calibration: null,
  };
}

/** The frame of a number: it says its number as its time, and as what `jawOpen` is. */
export function numberedFrame(index: number): CaptureFrame {
  const frame = Object.assign(createCaptureFrame(), {
    isTimed: true,
    timeSeconds: index / 60,
    faceFound: true,
  });
  frame.channels.fill(index);
  return frame;
}
