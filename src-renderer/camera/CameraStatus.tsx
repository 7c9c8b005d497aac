import { useCapture } from '../live/index.ts';
import { problemText } from '../ui/index.ts';
import { useCameraSettings } from './cameraSettings.ts';
import { useCamera } from './cameraStore.ts';
import { words } from './words.ts';

/** What the camera does now, or what is in its way. */
export function CameraStatus() {
  const state = useCamera((camera) => camera.state);
  const isArmed = useCapture(({ capture }) => capture?.isArmed ?? false);
  const tracksAny = useCameraSettings(({ parts }) => Object.values(parts).includes(true));
  return (
    <div role="status" className="camera-status">
      {state.kind === 'off' && <p>{isArmed && !tracksAny ? words.nothing : words.waiting}</p>}
      {state.kind === 'starting' && <p>{words.starting}</p>}
      {state.kind === 'trouble' && <p className="camera-trouble">{problemText(state.error)}</p>}
      {state.kind === 'running' && state.figures && (
        <p>{words.figures(state.figures.fps, state.figures.milliseconds, state.processor)}</p>
      )}
      {state.kind === 'running' && state.missing.length > 0 && (
        <p className="camera-trouble">{words.noModel(state.missing.map((part) => words.part[part]))}</p>
      )}
    </div>
  );
}
