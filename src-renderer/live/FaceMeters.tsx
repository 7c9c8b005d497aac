import { useMemo } from 'react';
import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import { LiveBars } from '../ui/index.ts';
import { frameOf, frameVersion } from './liveFrames.ts';

/** Channels that show at a glance that a face is alive. */
const SHOWN = [
  'jawOpen',
  'browInnerUp',
  'mouthSmileLeft',
  'mouthSmileRight',
  'eyeBlinkLeft',
  'eyeBlinkRight',
] as const;
const SHOWN_INDICES = SHOWN.map((name) => CAPTURE_CHANNELS.indexOf(name));

/** Some of a face's channels, past React. */
export function FaceMeters({ subjectId }: { readonly subjectId: number }) {
  const read = useMemo(() => {
    let last = -1;
    return (into: Float32Array): boolean => {
      if (frameVersion(subjectId) === last) return false;
      last = frameVersion(subjectId);
      const frame = frameOf(subjectId);
      const channels = frame?.faceFound ? frame.channels : undefined;
      for (let i = 0; i < into.length; i++) into[i] = channels?.[SHOWN_INDICES[i] ?? -1] ?? 0;
      return true;
    };
  }, [subjectId]);
  return <LiveBars labels={SHOWN} read={read} />;
}
