import { constants, setPriority } from 'node:os';
import { toErrorInfo } from '#shared/contract/index.ts';
import { createProvider } from '../createProvider.ts';
import type { TrackingProvider } from '../provider.ts';
import { selfCheck } from '../selfCheck.ts';
import { trackVideo } from '../trackVideo.ts';
import { type WorkerMessage, workerRequestSchema } from './messages.ts';

/** Between two messages of progress, in milliseconds. */
const PROGRESS_INTERVAL_MS = 200;

function send(message: WorkerMessage): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send) throw new Error('a tracker worker is started by the host, not by hand');
    process.send(message, undefined, undefined, () => resolve());
  });
}

async function handle(request: unknown, provider: TrackingProvider): Promise<WorkerMessage> {
  try {
    let reported = 0;
    const result = await trackVideo(workerRequestSchema.parse(request), provider, (done, announced) => {
      const now = performance.now();
      if (now - reported < PROGRESS_INTERVAL_MS) return;
      reported = now;
      void send({ kind: 'progress', done, ...(announced === undefined ? {} : { announced }) });
    });
    const { announcedFrames, ...info } = result.info;
    return {
      kind: 'tracked',
      result: {
        ...result,
        info: announcedFrames === undefined ? info : { ...info, announcedFrames },
        rssBytes: process.memoryUsage().rss,
        provider: { name: provider.name, version: provider.version },
      },
    };
  } catch (error) {
    return { kind: 'failed', error: toErrorInfo(error) };
  }
}

/**
 * Lets a batch, which has all the time in the world, wait for everything else: for live capture first of all. Threads and
 * processes that this one starts later are as modest.
 */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // The system does not allow it: then all share alike.
  }
}

// The host is gone, perhaps killed: nobody will record what this worker finds.
process.on('disconnect', () => process.exit());

giveWay();
try {
  const provider = await createProvider();
  await selfCheck(provider);
  process.on('message', (request) => {
    void handle(request, provider).then(send);
  });
  await send({ kind: 'ready', tracksFace: provider.tracksFace });
} catch (error) {
  await send({ kind: 'unable', error: toErrorInfo(error) });
  process.exit(1);
}
