import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { toErrorInfo } from '#shared/contract/index.ts';
import { answersOf } from './answers.ts';
import type { BatchEvent, BatchRunner } from './batch/index.ts';
import { CameraDesk, CaptureDesk, type CapturePlace, FaceMeasurer, systemClock } from './capture/index.ts';
import { ClipDesk } from './clips/index.ts';
import { AvatarDesk, LibraryShelf, PresetDesk } from './library/index.ts';
import { SendDesk } from './sending/index.ts';
import { createServer, type HostServer, MediaShelf } from './server/index.ts';
import { viewOfJob, type Workspace } from './store/index.ts';
import { TakeBrowser, TakeDesk } from './takes/index.ts';
import { APP_VERSION } from './version.ts';

/** A running host. */
export interface Host {
  /** Address of the studio, with the launch's token in the part that browsers never send. */
  readonly url: string;
  close(): Promise<void>;
}

const studioFolder = resolve(import.meta.dirname, '../../out/renderer');

/** Streams of raw faces have numbers behind those of subjects. */
const RAW_STREAMS = 0x10000;

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
    sending.refresh();
  });
  const sending = new SendDesk({
    keeper: {
      read: () => libraryShelf.library.sending.read(),
      write: (settings) => libraryShelf.library.sending.write(settings),
    },
    onChange: (view) => link.publish({ event: 'sending_changed', sending: view }),
  });
  const capture = new CaptureDesk({
    place: options.capture,
    keeper: {
      read: () => libraryShelf.library.capture.read(),
      write: (settings) => libraryShelf.library.capture.write(settings),
    },
    calibrations: {
      read: (key) => libraryShelf.library.calibrations.read(key),
      write: (key, calibration) => libraryShelf.library.calibrations.write(key, calibration),
    },
    onChange: (view) => {
      sending.listen(view.sockets);
      link.publish({ event: 'capture_changed', capture: view });
    },
    onCalibration: (subjectId, calibration) =>
      link.publish({ event: 'calibration_changed', subjectId, calibration }),
    onRaw: (frame, subjectId) => measurer.take(frame, subjectId),
    onFrame: (message, subjectId) => link.publishFrame(message, subjectId),
    onDue: (frame, subject) => sending.sendSubject(frame, subject),
    onArrival: (frame, subject, nowSeconds) => takes.take(frame, subject, nowSeconds),
  });
  const cameras = new CameraDesk({
    offer: (file) => shelf.offer(file),
    now: () => systemClock.nowSeconds(),
    onFrame: (frame, stream) => capture.hearCamera(frame, stream),
  });
  const measurer = new FaceMeasurer(systemClock, (message, subjectId) =>
    link.publishFrame(message, RAW_STREAMS + subjectId),
  );
  const browser = new TakeBrowser({
    folder: workspace.takesFolder,
    store: workspace.takes,
    databasePath: workspace.databasePath,
    cacheFolder: join(workspace.folder, 'cache/exchange'),
    appVersion: APP_VERSION,
    offer: (file) => shelf.offer(file),
    onTakes: () => link.publish({ event: 'takes_changed' }),
    onEdit: (id, revision) => link.publish({ event: 'take_edit_changed', id, revision }),
    onImport: (id, progress) => link.publish({ event: 'take_import_progress', id, progress }),
  });
  const takes = new TakeDesk({
    folder: workspace.takesFolder,
    browser,
    appVersion: APP_VERSION,
    now: () => systemClock.nowSeconds(),
    onRecording: (view) => {
      capture.record(view.recording ?? undefined);
      link.publish({ event: 'recording_changed', recording: view });
    },
  });
  const avatars = new AvatarDesk({
    shelf: libraryShelf,
    offer: (file) => shelf.offer(file),
    onChange: () => link.publish({ event: 'avatars_changed' }),
  });
  const presets = new PresetDesk(libraryShelf, () => link.publish({ event: 'presets_changed' }));
  const { http, link } = await createServer({
    token,
    studioFolder,
    shelf,
    receiveAvatar: (name, chunks) => avatars.receive(name, chunks),
    receiveTakeFile: (query, chunks, bytes) => browser.receive(query, chunks, bytes),
    uploads: {
      camera_frame: (content, stream) => cameras.take(content, stream),
      performance_frame: (content, _stream, studio) => sending.takePerformance(content, studio),
      audio: (content, stream) => takes.takePiece('sound', content, stream),
      video: (content, stream) => takes.takePiece('video', content, stream),
    },
    handlers: answersOf({
      workspace,
      runner,
      clips,
      capture,
      measurer,
      cameras,
      sending,
      takes,
      browser,
      avatars,
      presets,
    }),
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
  void browser.prepare().catch(() => {
    // The desk tells of it.
  });
  takes.prepare();
  sending.start();
  const address = await http.listen({ host: '127.0.0.1', port: options.port });
  return {
    url: `${address}/#token=${token}`,
    close: async () => {
      await takes.close();
      await browser.close();
      await capture.disarm();
      sending.close();
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
