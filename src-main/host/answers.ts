import { MimesisError } from '#shared/contract/index.ts';
import type { BatchRunner } from './batch/index.ts';
import { type CameraDesk, type CaptureDesk, type FaceMeasurer, systemClock } from './capture/index.ts';
import type { ClipDesk } from './clips/index.ts';
import type { AvatarDesk, PresetDesk } from './library/index.ts';
import type { SendDesk } from './sending/index.ts';
import type { RequestHandlers } from './server/index.ts';
import { viewOfJob, type Workspace } from './store/index.ts';
import type { TakeBrowser, TakeDesk } from './takes/index.ts';

/** Whoever does something for studios. */
export interface Desks {
  readonly workspace: Workspace;
  readonly runner: BatchRunner;
  readonly clips: ClipDesk;
  readonly capture: CaptureDesk;
  readonly measurer: FaceMeasurer;
  readonly cameras: CameraDesk;
  readonly sending: SendDesk;
  readonly takes: TakeDesk;
  readonly browser: TakeBrowser;
  readonly avatars: AvatarDesk;
  readonly presets: PresetDesk;
}

/** Who answers each request of a studio. */
export function answersOf(desks: Desks): RequestHandlers {
  const { workspace, runner, clips, capture, measurer, cameras } = desks;
  const { sending, takes, browser, avatars, presets } = desks;
  const runInBackground = (): Record<string, never> => {
    runner.run().catch(() => {
      // Every studio hears of its end, and why.
    });
    return {};
  };
  return {
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
    'sending.read': async () => sending.view(),
    'sending.configure': async (settings) => sending.configure(settings),
    'calibration.read': async ({ subjectId }) => capture.subject(subjectId).calibration,
    'calibration.write': async ({ subjectId, calibration }) => {
      capture.calibrate(subjectId, calibration);
      return {};
    },
    'calibration.measure_neutral': ({ subjectId }) => measurer.neutral(capture.subject(subjectId).id),
    'calibration.measure_reach': ({ subjectId }) => measurer.reach(capture.subject(subjectId).id),
    'calibration.watch': async ({ subjectId }) => {
      measurer.watch(capture.subject(subjectId).id);
      return {};
    },
    'batch.stop': async () => {
      await runner.stop();
      return {};
    },
    'clock.read': async () => ({ hostSeconds: systemClock.nowSeconds() }),
    'camera.open': ({ name }) => cameras.open(name),
    'camera.close': async ({ stream }) => cameras.close(stream),
    'recording.read': async () => takes.view(),
    'recording.start': async (start) => {
      if (capture.isArmed) return takes.start(start);
      throw new MimesisError('usage', 'Nothing can be recorded while capture is not armed.', {
        remedy: 'Arm capture first.',
      });
    },
    'recording.mark': (mark) => takes.mark(mark),
    'recording.sound': (format) => takes.addSound(format),
    'recording.video': ({ mimeType }) => takes.addVideo(mimeType),
    'recording.stop': () => takes.stop(),
    'takes.page': (query) => browser.page(query),
    'takes.tags': () => browser.tags(),
    'takes.empty_trash': () => browser.emptyTrash(),
    'take.change': ({ id, changes }) => browser.change(id, changes),
    'take.trash': ({ id }) => browser.trash(id),
    'take.restore': ({ id }) => browser.restore(id),
    'take.purge': ({ id }) => browser.purge(id),
    'take.details': ({ id }) => browser.details(id),
    'take.thumbnail': ({ id }) => browser.thumbnail(id),
    'take.import': (what) => browser.import(what),
    'take.import.cancel': ({ id }) => browser.cancelImport(id),
    'take.export': (how) => browser.export(how),
    'take.open': ({ id }) => takes.open(id),
    'take.edit.read': ({ id }) => browser.readEdit(id),
    'take.edit.write': ({ id, edit, revision }) => browser.writeEdit(id, edit, revision),
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
  };
}
