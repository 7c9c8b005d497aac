import { useState } from 'react';
import { Panel } from '../../ui/index.ts';
import { Overlay } from '../overlay/Overlay.tsx';
import { OverlayControls } from '../overlay/OverlayControls.tsx';
import { useOverlay } from '../overlay/overlayStore.ts';
import { openTrack, usePlayer } from '../playerStore.ts';
import { words } from '../words.ts';
import type { Size } from './letterbox.ts';
import { Notice } from './Notice.tsx';
import './stage.css';
import { Video } from './Video.tsx';

/** The open clip's picture with the landmarks over it, or what there is instead. */
export function VideoPane() {
  const title = usePlayer(({ clip }) => clip?.job.word) ?? words.stage.title;
  return (
    <Panel title={title} actions={<OverlayControls />}>
      <div className="player-stage">
        <Picture />
        <Notice />
      </div>
    </Panel>
  );
}

function Picture() {
  const [videoSize, setVideoSize] = useState<Size & { readonly url: string }>();
  const picture = usePlayer((state) => state.picture);
  const track = usePlayer(openTrack);
  const isVisible = useOverlay((state) => state.isVisible);
  const isPlayable = picture.state === 'playable';
  const size = isPlayable && videoSize?.url === picture.url ? videoSize : track?.header.video;
  return (
    <>
      {isPlayable && <Video key={picture.url} {...picture} onSize={setVideoSize} />}
      {track && size && isVisible && <Overlay track={track} picture={size} />}
    </>
  );
}
