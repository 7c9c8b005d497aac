import { create } from 'zustand';

/** The take that is to be played and edited; undefined for none. */
export const useOpenedTake = create<{ readonly id: string | undefined }>(() => ({ id: undefined }));

export function openTake(id: string): void {
  useOpenedTake.setState({ id });
}
