import { type HostEvent, MimesisError, toErrorInfo } from '#shared/contract/index.ts';
import { ask, hostUrl, onHostEvent } from '../link/index.ts';
import { usePlayer } from './playerStore.ts';
import { words } from './words.ts';

/**
 * Shows a copy of the open video that every browser plays, since the file itself does not play here. The host makes it,
 * which may take a while. A copy that does not play either is given up.
 */
export async function showCopy(): Promise<void> {
  const { jobId, picture } = usePlayer.getState();
  if (jobId === undefined || picture.state !== 'playable') return;
  const isStillWanted = (): boolean => {
    const now = usePlayer.getState();
    return now.jobId === jobId && now.picture.state === 'preparing';
  };
  usePlayer.setState({ picture: { state: 'preparing', done: 0 } });
  try {
    if (picture.isCopy)
      throw new MimesisError('unreadable_media', words.copy.unplayable, { remedy: words.copy.remedy });
    const { path, firstFrameSeconds } = await ask('clip.proxy', { jobId });
    const url = await hostUrl(path);
    if (isStillWanted())
      usePlayer.setState({ picture: { state: 'playable', url, firstFrameSeconds, isCopy: true } });
  } catch (error) {
    if (isStillWanted()) usePlayer.setState({ picture: { state: 'failed', error: toErrorInfo(error) } });
  }
}

onHostEvent(followCopy);

function followCopy(event: HostEvent): void {
  const { jobId, picture } = usePlayer.getState();
  if (event.event !== 'proxy_progress' || event.jobId !== jobId || picture.state !== 'preparing') return;
  usePlayer.setState({ picture: { state: 'preparing', done: event.done } });
}
