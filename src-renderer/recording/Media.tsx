import { Mic, MicOff, VideoOff } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useDevices } from '../devices/index.ts';
import { useRecording } from './recordingStore.ts';
import { LevelMeter } from './sound/LevelMeter.tsx';
import { keepMicrophone, useSound } from './sound/takeSound.ts';
import { Preview } from './video/Preview.tsx';
import { keepCamera, useVideo } from './video/takeVideo.ts';
import { words } from './words.ts';

/** The chosen microphone's level and the reference camera's picture; both are open while this is shown. */
export function Media() {
  const microphone = useDevices((state) => state.chosen.sound?.id);
  const camera = useDevices((state) => state.chosen.reference?.id);
  const isHeard = useSound((state) => state.isOpen);
  const picture = useVideo((state) => state.stream);
  const recording = useRecording((state) => state.recording);
  useEffect(() => (microphone === undefined ? undefined : keepMicrophone()), [microphone]);
  useEffect(() => (camera === undefined ? undefined : keepCamera()), [camera]);
  return (
    <div className="recording-media">
      {picture && <Preview stream={picture} />}
      {isHeard && (
        <div className="recording-sound">
          <Mic />
          <LevelMeter />
        </div>
      )}
      {recording?.sound === 'lost' && <Lost icon={<MicOff />} text={words.lost.microphone} />}
      {recording?.video === 'lost' && <Lost icon={<VideoOff />} text={words.lost.camera} />}
    </div>
  );
}

function Lost({ icon, text }: { readonly icon: ReactNode; readonly text: string }) {
  return (
    <p className="recording-lost" role="alert">
      {icon}
      {text}
    </p>
  );
}
