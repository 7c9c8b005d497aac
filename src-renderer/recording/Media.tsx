import { Mic, MicOff, VideoOff } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useChosenDevice } from '../devices/index.ts';
import { useRecording } from './recordingStore.ts';
import { LevelMeter } from './sound/LevelMeter.tsx';
import { keepMicrophone, useSound } from './sound/takeSound.ts';
import { Preview } from './video/Preview.tsx';
import { keepCamera, useVideo } from './video/takeVideo.ts';
import { words } from './words.ts';

/** The chosen microphone's level and the reference camera's picture; both are open while this is shown. */
export function Media() {
  const microphone = useChosenDevice('sound');
  const camera = useChosenDevice('reference');
  const isHeard = useSound((state) => state.isOpen);
  const picture = useVideo((state) => state.stream);
  const recording = useRecording((state) => state.recording);
  const openMicrophone = microphone.isThere ? microphone.id : undefined;
  const openCamera = camera.isThere ? camera.id : undefined;
  useEffect(() => (openMicrophone === undefined ? undefined : keepMicrophone()), [openMicrophone]);
  useEffect(() => (openCamera === undefined ? undefined : keepCamera()), [openCamera]);
  return (
    <div className="recording-media">
      {picture && <Preview stream={picture} />}
      {isHeard && (
        <div className="recording-sound">
          <Mic />
          <LevelMeter />
        </div>
      )}
      {microphone.id !== undefined && !microphone.isThere && (
        <Missing icon={<MicOff />} text={words.missing.microphone} />
      )}
      {camera.id !== undefined && !camera.isThere && (
        <Missing icon={<VideoOff />} text={words.missing.camera} />
      )}
      {recording?.sound === 'lost' && <Missing icon={<MicOff />} text={words.lost.microphone} />}
      {recording?.video === 'lost' && <Missing icon={<VideoOff />} text={words.lost.camera} />}
    </div>
  );
}

function Missing({ icon, text }: { readonly icon: ReactNode; readonly text: string }) {
  return (
    <p className="recording-missing" role="alert">
      {icon}
      {text}
    </p>
  );
}
