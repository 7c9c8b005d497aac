import { ScanEye } from 'lucide-react';
import { CHANNEL_NAMES } from '#shared/body/index.ts';
import { IconButton } from '../../ui/index.ts';
import { ChannelDot } from '../ChannelDot.tsx';
import { words } from '../words.ts';
import './overlay.css';
import { toggleChannel, toggleOverlay, useOverlay } from './overlayStore.ts';

/** Which landmarks are drawn over the picture: all or none, and channel by channel. */
export function OverlayControls() {
  const { channels, isVisible } = useOverlay();
  return (
    <fieldset className="player-overlay-controls" aria-label={words.overlay.group}>
      {CHANNEL_NAMES.map((name) => (
        <IconButton
          key={name}
          label={words.overlay.channel(name)}
          icon={<ChannelDot name={name} isOn={channels[name]} />}
          pressed={channels[name]}
          disabled={!isVisible}
          onClick={() => toggleChannel(name)}
        />
      ))}
      <IconButton label={words.overlay.all} icon={<ScanEye />} pressed={isVisible} onClick={toggleOverlay} />
    </fieldset>
  );
}
