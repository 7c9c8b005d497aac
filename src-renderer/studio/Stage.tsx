import { VideoPane } from '../player/index.ts';
import { TakeVideoPane, useHasTakeVideo, useTake } from '../takePlayer/index.ts';
import { AvatarView } from './AvatarView.tsx';
import { Pane } from './Pane.tsx';
import './stage.css';
import { words } from './words.ts';

/** The middle of the window: the video, and beside it the avatar, which is alone with a take without video. */
export function Stage() {
  const isTakeOpen = useTake(({ id }) => id !== undefined);
  const hasTakeVideo = useHasTakeVideo();
  return (
    <div className="studio-stage">
      {(!isTakeOpen || hasTakeVideo) && (
        <Pane name="video" label={words.panes.video}>
          {isTakeOpen ? <TakeVideoPane /> : <VideoPane />}
        </Pane>
      )}
      <Pane name="avatar" label={words.panes.avatar}>
        <AvatarView />
      </Pane>
    </div>
  );
}
