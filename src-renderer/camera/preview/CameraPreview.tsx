import { useEffect, useRef } from 'react';
import { useCameraSettings } from '../cameraSettings.ts';
import { useCamera } from '../cameraStore.ts';
import { words } from '../words.ts';
import { Found } from './Found.tsx';

/** The camera's picture, with what is found drawn over it. */
export function CameraPreview() {
  const ref = useRef<HTMLVideoElement>(null);
  const media = useCamera((camera) => camera.media);
  const hasPreview = useCameraSettings((settings) => settings.hasPreview);
  const isMirrored = useCameraSettings((settings) => settings.isMirrored);
  const isShown = hasPreview && media !== undefined;

  useEffect(() => {
    const video = ref.current;
    if (!video || !media || !isShown) return;
    video.srcObject = media;
    return () => {
      video.srcObject = null;
    };
  }, [media, isShown]);

  if (!isShown) return null;
  return (
    <div className="camera-preview" data-mirrored={isMirrored}>
      <video ref={ref} autoPlay muted playsInline aria-label={words.previewOf} />
      <Found video={ref} />
    </div>
  );
}
