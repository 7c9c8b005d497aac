import { useEffect, useEffectEvent, useState } from 'react';
import { type OpenedAvatar, toErrorInfo } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';

/** The avatar, read again whenever it may have changed. `onFailed` is called where it cannot be opened. */
export function useOpenedAvatar(id: string, onFailed: () => void): OpenedAvatar | undefined {
  const [opened, setOpened] = useState<OpenedAvatar>();
  const fail = useEffectEvent(onFailed);
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      try {
        const avatar = await ask('avatar.open', { id });
        if (!isGone) setOpened(avatar);
      } catch (error) {
        // The window says itself that the host does not answer; once it does, the avatar is read again.
        if (isGone || toErrorInfo(error).kind === 'host_unreachable') return;
        showProblem(error);
        fail();
      }
    };
    const stopFresh = onFresh(() => void read());
    const stopEvents = onHostEvent(({ event }) => {
      if (event === 'avatars_changed') void read();
    });
    return () => {
      isGone = true;
      stopFresh();
      stopEvents();
    };
  }, [id]);
  return opened?.avatar.id === id ? opened : undefined;
}
