import { type ClipView, type HostEvent, toErrorInfo } from '#shared/contract/index.ts';
import { ask, hostUrl, onFresh, onHostEvent } from '../link/index.ts';
import { evenTiming, NO_FRAMES, trackTiming } from '../playback/index.ts';
import { deck } from './deck.ts';
import { loadTrack } from './loadTrack.ts';
import { NOTHING_OPEN, openTrack, type PictureState, type TrackState, usePlayer } from './playerStore.ts';

let reading = new AbortController();

/** Opens a job's clip in the player; the one before is closed. One that is open stays as it is. */
export function openClip(jobId: string): void {
  const { jobId: openId, error } = usePlayer.getState();
  if (jobId === openId && !error) return;
  deck.load(NO_FRAMES);
  usePlayer.setState({ ...NOTHING_OPEN, jobId });
  void readClip(jobId);
}

// What the host serves has its address until the host ends: after that it is asked for anew.
onFresh(reread);
onHostEvent(followJob);

function followJob(event: HostEvent): void {
  const { jobId, clip } = usePlayer.getState();
  if (event.event !== 'job_changed' || event.job.id !== jobId) return;
  // Before the clip is told of, what is told may be older than this.
  if (event.job.status === 'done' || !clip) reread();
  else usePlayer.setState({ clip: { ...clip, job: event.job } });
}

/** Reads the open clip again. What is shown stays until it is replaced. */
function reread(): void {
  const { jobId } = usePlayer.getState();
  if (jobId !== undefined) void readClip(jobId);
}

async function readClip(jobId: string): Promise<void> {
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  try {
    const clip = await ask('clip.open', { jobId });
    const picture = await pictureOf(clip);
    if (signal.aborted) return;
    const { video, track } = clip;
    usePlayer.setState({ clip, picture, error: undefined });
    if (video && !openTrack(usePlayer.getState())) deck.retime(evenTiming(video.fps, video.durationSeconds));
    if (track) await readTrack(track, signal);
    else usePlayer.setState({ track: { state: 'none' } });
  } catch (error) {
    if (!signal.aborted) usePlayer.setState({ error: toErrorInfo(error) });
  }
}

async function pictureOf({ video }: ClipView): Promise<PictureState> {
  if (!video) return { state: 'none' };
  const { path, firstFrameSeconds } = video;
  return { state: 'playable', url: await hostUrl(path), firstFrameSeconds, isCopy: false };
}

async function readTrack(
  { path, frames }: NonNullable<ClipView['track']>,
  signal: AbortSignal,
): Promise<void> {
  const setTrack = (track: TrackState): void => {
    if (!signal.aborted) usePlayer.setState({ track });
  };
  const tellProgress = (read: number): void => {
    if (!openTrack(usePlayer.getState()))
      setTrack({ state: 'reading', done: Math.min(1, read / Math.max(1, frames)) });
  };
  tellProgress(0);
  try {
    const track = await loadTrack(await hostUrl(path), signal, tellProgress);
    setTrack({ state: 'ready', track });
    deck.retime(trackTiming(track.times));
  } catch (error) {
    setTrack({ state: 'failed', error: toErrorInfo(error) });
  }
}
