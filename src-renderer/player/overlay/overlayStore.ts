import { create } from 'zustand';
import type { ChannelName } from '#shared/body/index.ts';

interface OverlayStore {
  readonly isVisible: boolean;
  readonly channels: Readonly<Record<ChannelName, boolean>>;
}

/** What of the track is drawn over the picture. */
export const useOverlay = create<OverlayStore>(() => ({
  isVisible: true,
  channels: { pose: true, left_hand: true, right_hand: true, face: true },
}));

export function toggleOverlay(): void {
  useOverlay.setState(({ isVisible }) => ({ isVisible: !isVisible }));
}

export function toggleChannel(name: ChannelName): void {
  useOverlay.setState(({ channels }) => ({ channels: { ...channels, [name]: !channels[name] } }));
}
