import type { ChannelName } from '#shared/body/index.ts';
import './channel.css';

/** A dot in the colour of a channel; a ring where it is off. */
export function ChannelDot({ name, isOn = true }: { readonly name: ChannelName; readonly isOn?: boolean }) {
  return <span className="player-dot" data-channel={name} data-on={isOn} />;
}
