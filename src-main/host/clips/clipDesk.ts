import { join } from 'node:path';
import { type ClipView, MimesisError } from '#shared/contract/index.ts';
import { readVideoInfo } from '../media/index.ts';
import { type JobRecord, viewOfJob, type Workspace } from '../store/index.ts';
import { PlayableCopies } from './playableCopies.ts';

export interface ClipDeskOptions {
  readonly workspace: Workspace;
  /** Gives a file of this computer a path on the host's server. */
  readonly offer: (file: string) => string;
  /** Told while a playable copy is made, 0..1. */
  readonly onProgress: (jobId: string, done: number) => void;
}

/** Opens clips of the workspace for playing. */
export class ClipDesk {
  readonly #options: ClipDeskOptions;
  readonly #copies: PlayableCopies;

  constructor(options: ClipDeskOptions) {
    this.#options = options;
    this.#copies = new PlayableCopies(join(options.workspace.folder, 'cache/playable'));
  }

  /** Throws `usage` for a clip that is not in the workspace. */
  async open(jobId: string): Promise<ClipView> {
    const job = this.#find(jobId);
    const { workspace, offer } = this.#options;
    const tracked = workspace.jobs.trackedClips({ videoId: job.videoId })[0];
    return {
      job: viewOfJob(job),
      file: job.path,
      video: await this.#video(job),
      track: tracked
        ? {
            path: offer(join(workspace.folder, tracked.dataPath)),
            bytes: tracked.bytes,
            frames: tracked.frames,
            provider: tracked.provider,
            quality: tracked.quality,
          }
        : null,
    };
  }

  /** A copy of the clip's video that every browser plays. Throws as `writePlayableCopy` does, and `usage`. */
  async playableCopy(jobId: string): Promise<{ path: string; firstFrameSeconds: number }> {
    const { path, sha1 } = this.#find(jobId);
    if (sha1 === null) throw new MimesisError('missing_file', 'The video is not there or cannot be read.');
    const copy = await this.#copies.copyOf(path, sha1, (done) => this.#options.onProgress(jobId, done));
    const { firstFrameSeconds } = await readVideoInfo(copy);
    return { path: this.#options.offer(copy), firstFrameSeconds };
  }

  /** Stops what is being made. */
  close(): Promise<void> {
    return this.#copies.close();
  }

  #find(jobId: string): JobRecord {
    const job = this.#options.workspace.jobs.find(jobId);
    if (!job) throw new MimesisError('usage', 'This clip is no longer in the workspace.');
    return job;
  }

  async #video({ path }: JobRecord): Promise<ClipView['video']> {
    try {
      const { width, height, fps, durationSeconds, codec, firstFrameSeconds } = await readVideoInfo(path);
      return {
        path: this.#options.offer(path),
        width,
        height,
        fps,
        durationSeconds,
        codec,
        firstFrameSeconds,
      };
    } catch (error) {
      // The job tells what is wrong with the file; its track can be looked at all the same.
      if (error instanceof MimesisError && error.kind === 'unreadable_media') return null;
      throw error;
    }
  }
}
