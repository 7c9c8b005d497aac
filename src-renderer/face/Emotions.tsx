import { useRig } from '../performer/index.ts';
import { Slider } from '../ui/index.ts';
import { EmotionPad } from './EmotionPad.tsx';
import { setEmotions, settingsOf, useFace } from './faceStore.ts';
import { words } from './words.ts';

/** Takes all others back; it is what is left without them. */
const NEUTRAL = 'neutral';

/** The avatar's mood: on a pad, and emotion by emotion. */
export function Emotions() {
  const emotions = useFace((state) => settingsOf(state).emotions);
  const names = useRig(({ rig }) => rig.emotion.names).filter((name) => name !== NEUTRAL);
  return (
    <div className="face-emotions">
      <EmotionPad />
      <div className="face-rows">
        {names.map((name) => {
          const value = emotions[name] ?? 0;
          return (
            <div key={name} className="face-row">
              <span className="face-row-label">{words.emotion(name)}</span>
              <Slider
                label={words.emotion(name)}
                value={value}
                onChange={(next) => setEmotions(`emotion ${name}`, { [name]: next })}
              />
              <span className="face-row-value">{value.toFixed(2)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
