import { useRig } from '../performer/index.ts';
import { Button, Checkbox, Slider } from '../ui/index.ts';
import { setRig, settingsOf, useFace } from './faceStore.ts';
import { words } from './words.ts';

/** Twenty a minute would be a tic. */
const MOST_A_MINUTE = 20;

/** Short, slight expressions: by a press, by chance, or as an emotion begins. */
export function MicroExpressions() {
  const { perMinute, onEmotion } = useFace((state) => settingsOf(state).rig.microExpressions);
  const micro = useRig(({ rig }) => rig.micro);
  const set = (change: Partial<{ perMinute: number; onEmotion: boolean }>): void =>
    setRig('micro', (rig) => ({ ...rig, microExpressions: { ...rig.microExpressions, ...change } }));
  return (
    <>
      <div className="face-buttons">
        {micro.names.map((name) => (
          <Button key={name} onClick={() => micro.trigger(name)}>
            {words.microName(name)}
          </Button>
        ))}
      </div>
      <div className="face-row">
        <span className="face-row-label">{words.microRate}</span>
        <Slider
          label={words.microRate}
          value={perMinute}
          max={MOST_A_MINUTE}
          step={0.5}
          onChange={(next) => set({ perMinute: next })}
        />
        <span className="face-row-value">{perMinute}</span>
      </div>
      <Checkbox checked={onEmotion} onChange={(next) => set({ onEmotion: next })}>
        {words.microOnEmotion}
      </Checkbox>
    </>
  );
}
