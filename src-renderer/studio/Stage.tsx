import { CalibrationPanel, useCalibration } from '../calibration/index.ts';
import { VideoPane } from '../player/index.ts';
import { Countdown } from '../recording/index.ts';
import { AvatarView } from './AvatarView.tsx';
import { Pane } from './Pane.tsx';
import './stage.css';
import { words } from './words.ts';

/** The middle of the window: the video, or a calibration in its place, and beside it the avatar. */
export function Stage() {
  const isCalibrating = useCalibration((state) => state.subject !== undefined);
  return (
    <div className="studio-stage">
      {isCalibrating && (
        <Pane name="calibration" label={words.panes.calibration}>
          <CalibrationPanel />
        </Pane>
      )}
      <Pane name="video" label={words.panes.video} hidden={isCalibrating}>
        <VideoPane />
      </Pane>
      <Pane name="avatar" label={words.panes.avatar}>
        <AvatarView />
        <Countdown />
      </Pane>
    </div>
  );
}
