import { EventEmitter, once } from 'node:events';
import { onTestFinished } from 'vitest';
import type { Clock } from '../clock.ts';
import { armPhoneReceiver, type PhoneReceiver } from '../phoneReceiver.ts';
import type { SubjectState } from '../subjectTable.ts';

/** What a receiver has seen of one frame, copied. */
export interface ReceivedFrame {
  readonly subject: string;
  readonly timeSeconds: number;
  readonly channels: Float32Array;
}

export interface TestReceiver {
  readonly receiver: PhoneReceiver;
  readonly frames: readonly ReceivedFrame[];
  readonly statuses: readonly SubjectState[];
  /** Resolves when the condition holds; it is looked at after every call of the receiver. */
  until(holds: () => boolean): Promise<void>;
}

/** A receiver on loopback and a free port that notes all it calls. Disarmed when the test ends. */
export async function armForTest(clock?: Clock): Promise<TestReceiver> {
  const frames: ReceivedFrame[] = [];
  const statuses: SubjectState[] = [];
  const calls = new EventEmitter();
  const receiver = await armPhoneReceiver({
    port: 0,
    address: '127.0.0.1',
    ...(clock && { clock }),
    onFrame: ({ subject, timeSeconds, channels }) => {
      frames.push({ subject, timeSeconds, channels: channels.slice() });
      calls.emit('call');
    },
    onStatus: (status) => {
      statuses.push(status);
      calls.emit('call');
    },
    onFailed: (error) => calls.emit('error', error),
  });
  onTestFinished(() => receiver.disarm());
  return {
    receiver,
    frames,
    statuses,
    async until(holds) {
      while (!holds()) await once(calls, 'call');
    },
  };
}
