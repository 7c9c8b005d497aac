import { beforeEach, describe, expect, it } from 'vitest';
import type { SoundBlock } from './blockMaker.ts';
import { SoundSender } from './soundSender.ts';

const format = { sampleRate: 1000, channels: 2 };

/** 40 ms of two channels, the first sample `first`. */
const block = (hostSeconds: number, first: number): SoundBlock => ({
  hostSeconds,
  samples: Float32Array.from({ length: 80 }, (_, i) => first + Math.floor(i / 2)),
});

describe('sound on its way to a take', () => {
  let sent: { stream: number; hostSeconds: number; first: number | undefined; samples: number }[];
  let sender: SoundSender;

  beforeEach(() => {
    sent = [];
    sender = new SoundSender((stream, { hostSeconds, samples }) =>
      sent.push({ stream, hostSeconds, first: samples[0], samples: samples.length / 2 }),
    );
  });

  it('begins with the take to the sample, though the host is asked later', () => {
    for (let i = 0; i < 5; i++) sender.take(block(10 + i * 0.04, i * 40));
    sender.begin(7, 10.0905, format);
    sender.take(block(10.2, 200));
    expect(sent).toEqual([
      { stream: 7, hostSeconds: 10.091, first: 91, samples: 29 },
      { stream: 7, hostSeconds: 10.12, first: 120, samples: 40 },
      { stream: 7, hostSeconds: 10.16, first: 160, samples: 40 },
      { stream: 7, hostSeconds: 10.2, first: 200, samples: 40 },
    ]);
  });

  it('is not sent between takes, and what was heard of one is not in the next', () => {
    sender.begin(1, 10, format);
    sender.take(block(10, 0));
    sender.end();
    sender.take(block(10.04, 40));
    expect(sender.isSending).toBe(false);
    sender.begin(2, 10.08, format);
    expect(sent).toHaveLength(1);
  });

  it('is forgotten after two seconds', () => {
    for (let i = 0; i < 500; i++) sender.take(block(i * 0.04, i));
    sender.begin(1, 0, format);
    expect(sent).toHaveLength(50);
    expect(sent[0]?.first).toBe(450);
  });

  it('of a microphone that was closed is not sent', () => {
    sender.take(block(10, 0));
    sender.forget();
    sender.begin(1, 10, format);
    expect(sent).toEqual([]);
  });
});
