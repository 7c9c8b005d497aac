import { VideoPane } from '../player/index.ts';
import { Countdown } from '../recording/index.ts';
import { AvatarView } from './AvatarView.tsx';
import { Pane } from './Pane.tsx';
import './stage.css';
import { words } from './words.ts';

/** The middle of the window: the video, and beside it the avatar. */
export function Stage() {
  return (
    <div className="studio-stage">
      <Pane name="video" label={words.panes.video}>
        <VideoPane />
      </Pane>
      <Pane name="avatar" label={words.panes.avatar}>
        <AvatarView />
        <Countdown />
      </Pane>
    </div>
  );
}
