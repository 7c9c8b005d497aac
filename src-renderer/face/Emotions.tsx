import { Slider } from '../ui/index.ts';
import { EmotionPad } from './EmotionPad.tsx';
import { EMOTION_PLACES } from './emotionSpace.ts';
import { setEmotions, settingsOf, useFace } from './faceStore.ts';
import { words } from './words.ts';

/** The avatar's mood: on a pad, and emotion by emotion. */
export function Emotions() {
  const emotions = useFace((state) => settingsOf(state).emotions);
  return (
    <div className="face-emotions">
      <EmotionPad />
      <div className="face-rows">
        {Object.keys(EMOTION_PLACES).map((name) => {
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
