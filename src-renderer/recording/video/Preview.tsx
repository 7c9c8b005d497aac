import { useEffect, useRef } from 'react';
import { words } from '../words.ts';
import './video.css';

/** What the reference camera sees, small. */
export function Preview({ stream }: { readonly stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!video.current) return;
    video.current.srcObject = stream;
  }, [stream]);
  return (
    <video ref={video} className="video-preview" aria-label={words.preview} muted autoPlay playsInline />
  );
}
