import { EventEmitter, once } from 'node:events';
import { onTestFinished } from 'vitest';
import {
  type CaptureSettings,
  captureSettingsSchema,
  type NetworkProtocol,
  type SubjectView,
} from '#shared/contract/index.ts';
import { ArmedCapture, type ArmedCaptureCalls } from '../armedCapture.ts';
import { type Clock, systemClock } from '../clock.ts';

/** What a capture has passed on of one frame, copied. */
export interface ShownFrame {
  readonly subjectId: number;
  readonly timeSeconds: number;
  readonly channels: Float32Array;
}

export interface TestCapture {
  readonly capture: ArmedCapture;
  readonly frames: readonly ShownFrame[];
  /** Who sent at each change of it. */
  readonly changes: readonly SubjectView[][];
  portOf(protocol: NetworkProtocol): number;
  /** Resolves when the condition holds; it is looked at after every call of the capture. */
  until(holds: () => boolean): Promise<void>;
}

interface TestOptions {
  readonly clock?: Clock;
  readonly settings?: CaptureSettings;
}

/** Calls that nobody listens to, of a capture in which nobody is calibrated. */
export const UNHEARD_CALLS: ArmedCaptureCalls = {
  calibrationOf: () => undefined,
  onRaw: () => {},
  onFrame: () => {},
  onArrival: () => {},
  onCalibration: () => {},
  onChange: () => {},
};

/** Capture on loopback and free ports that notes all it calls. Closed when the test ends. */
export async function armForTest({
  clock = systemClock,
  settings = captureSettingsSchema.parse({}),
}: TestOptions = {}): Promise<TestCapture> {
  const frames: ShownFrame[] = [];
  const changes: SubjectView[][] = [];
  const calls = new EventEmitter();
  const capture = new ArmedCapture(settings, { address: '127.0.0.1', port: 0 }, clock, {
    ...UNHEARD_CALLS,
    onFrame: ({ timeSeconds, channels }, { id: subjectId }) => {
      frames.push({ subjectId, timeSeconds, channels: channels.slice() });
      calls.emit('call');
    },
    onChange: () => {
      changes.push(capture.subjects());
      calls.emit('call');
    },
  });
  await capture.open();
  onTestFinished(() => capture.close());
  return {
    capture,
    frames,
    changes,
    portOf: (protocol) => capture.sockets().find((socket) => socket.protocol === protocol)?.port ?? 0,
    async until(holds) {
      while (!holds()) await once(calls, 'call');
    },
  };
}
