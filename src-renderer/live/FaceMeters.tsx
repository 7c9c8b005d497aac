import { useEffect, useRef } from 'react';
import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import { Meter } from '../ui/index.ts';
import { faceOf } from './liveFaces.ts';

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

/** Some of a face's channels, drawn with every picture of the screen and past React. */
export function FaceMeters({ subjectId }: { readonly subjectId: number }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const meters = list.current?.querySelectorAll('meter') ?? [];
    let request = 0;
    const draw = (): void => {
      const channels = faceOf(subjectId);
      for (let i = 0; i < meters.length; i++) {
        const meter = meters[i];
        if (meter) meter.value = channels?.[SHOWN_INDICES[i] ?? -1] ?? 0;
      }
      request = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(request);
  }, [subjectId]);
  return (
    <div ref={list} className="live-meters">
      {SHOWN.map((name) => (
        <div key={name}>
          <span aria-hidden="true">{name}</span>
          <Meter label={name} />
        </div>
      ))}
    </div>
  );
}
