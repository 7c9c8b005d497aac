import { create } from 'zustand';
import type { Destination, SendingView } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';

/** Where faces are sent on to, and how it goes; undefined until the host has told. */
export const useSending = create<{ readonly sending: SendingView | undefined }>(() => ({
  sending: undefined,
}));

onFresh(() => void act(() => ask('sending.read', {})));
onHostEvent((event) => {
  if (event.event === 'sending_changed') useSending.setState({ sending: event.sending });
});

/** Sends to these places from now on, in every workspace. What the user sees changes at once. */
export function sendTo(destinations: readonly Destination[]): void {
  const settings = { destinations: [...destinations] };
  useSending.setState(({ sending }) => ({ sending: sending && { ...sending, settings } }));
  void act(async () => {
    try {
      return await ask('sending.configure', settings);
    } catch (error) {
      showProblem(error);
      return ask('sending.read', {});
    }
  });
}

async function act(action: () => Promise<SendingView>): Promise<void> {
  try {
    useSending.setState({ sending: await action() });
  } catch (error) {
    showProblem(error);
  }
}
