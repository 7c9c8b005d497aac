import { type CaptureSettings, MAX_DELAY_SECONDS } from '#shared/contract/index.ts';
import { Slider } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { words } from './words.ts';

/** How long frames are held, so that those which come late or out of order find their place. */
export function Delay({ settings }: { readonly settings: CaptureSettings }) {
  const milliseconds = Math.round(settings.delaySeconds * 1000);
  return (
    <>
      <div className="capture-delay">
        <span>{words.delay}</span>
        <Slider
          label={words.delay}
          value={milliseconds}
          max={MAX_DELAY_SECONDS * 1000}
          step={5}
          valueText={words.milliseconds(milliseconds)}
          onChange={(next) => configureCapture({ ...settings, delaySeconds: next / 1000 })}
        />
        <span>{words.milliseconds(milliseconds)}</span>
      </div>
      <p className="capture-hint">{words.delayHint}</p>
    </>
  );
}
