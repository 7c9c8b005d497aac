import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import type { BatchEvent, BatchRunner } from './batch/index.ts';
import { CaptureDesk, type CapturePlace, systemClock } from './capture/index.ts';
import { ClipDesk } from './clips/index.ts';
import { AvatarDesk, LibraryShelf, PresetDesk } from './library/index.ts';
import { createServer, type HostServer, MediaShelf } from './server/index.ts';
import { viewOfJob, type Workspace } from './store/index.ts';
import { TakeDesk } from './takes/index.ts';
import { APP_VERSION } from './version.ts';

/** A running host. */
export interface Host {
  /** Address of the studio, with the launch's token in the part that browsers never send. */
  readonly url: string;
  close(): Promise<void>;
}

const studioFolder = resolve(import.meta.dirname, '../../out/renderer');

export interface HostOptions {
  /** Of the studio's page and link, on this computer only; 0 takes any free one. */
  readonly port: number;
  readonly capture: CapturePlace;
  /** Of the user's library of avatars and presets. */
  readonly libraryFolder: string;
}

/** Starts the host for an open workspace. */
export async function startHost(
  workspace: Workspace,
  runner: BatchRunner,
  options: HostOptions,
): Promise<Host> {
  const token = randomBytes(24).toString('base64url');
  const shelf = new MediaShelf();
  const clips = new ClipDesk({
    workspace,
    offer: (file) => shelf.offer(file),
    onProgress: (jobId, done) => link.publish({ event: 'proxy_progress', jobId, done }),
  });
  const libraryShelf = new LibraryShelf(options.libraryFolder, () => {
    link.publish({ event: 'avatars_changed' });
    link.publish({ event: 'presets_changed' });
    capture.refresh();
  });
  const capture = new CaptureDesk({
    place: options.capture,
    keeper: {
      read: () => libraryShelf.library.capture.read(),
      write: (settings) => libraryShelf.library.capture.write(settings),
    },
    onChange: (view) => link.publish({ event: 'capture_changed', capture: view }),
    onFrame: (message, subjectId) => link.publishFrame(message, subjectId),
    onArrival: (frame, subject, nowSeconds) => takes.take(frame, subject, nowSeconds),
  });
  const takes = new TakeDesk({
    folder: workspace.takesFolder,
    store: workspace.takes,
    appVersion: APP_VERSION,
    now: () => systemClock.nowSeconds(),
    offer: (file) => shelf.offer(file),
    onRecording: (recording) => link.publish({ event: 'recording_changed', recording }),
    onTakes: () => link.publish({ event: 'takes_changed' }),
  });
  const avatars = new AvatarDesk({
    shelf: libraryShelf,
    offer: (file) => shelf.offer(file),
    onChange: () => link.publish({ event: 'avatars_changed' }),
  });
  const presets = new PresetDesk(libraryShelf, () => link.publish({ event: 'presets_changed' }));
  const runInBackground = (): Record<string, never> => {
    runner.run().catch(() => {
      // Every studio hears of its end, and why.
    });
    return {};
  };
  const { http, link } = await createServer({
    token,
    studioFolder,
    shelf,
    receiveAvatar: (name, chunks) => avatars.receive(name, chunks),
    uploads: {},
    handlers: {
      'workspace.read': async () => {
        const { folder, jobs } = workspace;
        return { folder, counts: jobs.count() };
      },
      'jobs.page': async (query) => {
        const { total, jobs } = workspace.jobs.page(query);
        return { total, jobs: jobs.map(viewOfJob) };
      },
      'clip.open': ({ jobId }) => clips.open(jobId),
      'clip.proxy': ({ jobId }) => clips.playableCopy(jobId),
      'batch.start': async ({ input }) => {
        await runner.add(input);
        return runInBackground();
      },
      'batch.resume': async () => {
        await runner.retry();
        return runInBackground();
      },
      'capture.read': async () => capture.view(),
      'capture.arm': () => capture.arm(),
      'capture.disarm': async () => {
        await takes.stop();
        return capture.disarm();
      },
      'capture.configure': (settings) => capture.configure(settings),
      'batch.stop': async () => {
        await runner.stop();
        return {};
      },
      'recording.read': async () => takes.view(),
      'recording.start': async (slate) => {
        if (capture.isArmed) return takes.start(slate);
        throw new MimesisError('usage', 'Nothing can be recorded while capture is not armed.', {
          remedy: 'Arm capture first.',
        });
      },
      'recording.stop': () => takes.stop(),
      'takes.page': (query) => takes.page(query),
      'take.open': ({ id }) => takes.open(id),
      'take.change': ({ id, changes }) => takes.change(id, changes),
      'take.trash': ({ id }) => takes.trash(id),
      'take.restore': ({ id }) => takes.restore(id),
      'take.edit.read': async ({ id }) => ({ edit: await takes.readEdit(id) }),
      'take.edit.write': async ({ id, edit }) => {
        await takes.writeEdit(id, edit);
        return {};
      },
      'avatars.list': () => avatars.list(),
      'avatar.open': ({ id }) => avatars.open(id),
      'avatar.import': ({ path, name }) => avatars.importFile(path, name),
      'avatar.configure': (change) => avatars.configure(change),
      'avatar.remove': ({ id }) => avatars.remove(id),
      'presets.list': ({ kind }) => presets.list(kind),
      'presets.save': ({ document, edited }) => presets.save(document, edited),
      'presets.duplicate': ({ id }) => presets.duplicate(id),
      'presets.remove': ({ id }) => presets.remove(id),
      'presets.import': ({ text }) => presets.importText(text),
      'presets.export': ({ id }) => presets.exportText(id),
      'preferences.read': () => avatars.preferences(),
      'preferences.write': (changes) => avatars.prefer(changes),
    },
  });
  runner.watchQueue({
    onChange: () => link.publish({ event: 'workspace_changed' }),
    onEnd: (error) => {
      // Jobs that were not finished have gone back to the queue.
      link.publish({ event: 'workspace_changed' });
      link.publish({ event: 'batch_ended', error: error === undefined ? null : toErrorInfo(error) });
    },
  });
  runner.onEvent((event) => publishBatchEvent(event, workspace, link));
  takes.prepare();
  const address = await http.listen({ host: '127.0.0.1', port: options.port });
  return {
    url: `${address}/#token=${token}`,
    close: async () => {
      await takes.close();
      await capture.disarm();
      await Promise.all([runner.stop(), clips.close()]);
      await http.close();
      libraryShelf.close();
    },
  };
}

function publishBatchEvent(event: BatchEvent, workspace: Workspace, link: HostServer['link']): void {
  if (event.event === 'progress') {
    const { done, announced = null } = event;
    link.publish({ event: 'job_progress', jobId: event.job.id, done, announced });
    return;
  }
  // All jobs of a video change together.
  for (const job of workspace.jobs.ofVideo(event.job.videoId)) {
    link.publish({ event: 'job_changed', job: viewOfJob(job) });
  }
}
