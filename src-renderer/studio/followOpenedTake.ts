import { closeTake, openTake, useTake } from '../takePlayer/index.ts';
import { useOpenedTake } from '../takes/index.ts';

/** Lets the player play the take that is opened in the list, and the list know when the player puts it away. */
export function followOpenedTake(): void {
  useOpenedTake.subscribe(({ id }) => {
    if (id === undefined) closeTake();
    else openTake(id);
  });
  useTake.subscribe(({ id }) => {
    if (id !== useOpenedTake.getState().id) useOpenedTake.setState({ id });
  });
}
