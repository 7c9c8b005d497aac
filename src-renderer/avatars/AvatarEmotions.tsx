import type { OpenedAvatar } from '#shared/contract/index.ts';
import { emotionName, usePresets } from '../presets/index.ts';
import { Select, showProblem } from '../ui/index.ts';
import { configureAvatar } from './avatarsStore.ts';
import { words } from './words.ts';

/** What is left without the others. */
const NEUTRAL = 'neutral';
/** Stands for no preset of the avatar's own. */
const EVERYWHERE = '';

/** By which presets this avatar shows the emotions. */
export function AvatarEmotions({ opened: { avatar, config } }: { readonly opened: OpenedAvatar }) {
  const presets = usePresets((state) => state.presets).filter(({ kind }) => kind === 'emotion');
  const names = presets.map(({ name }) => name).filter((name) => name !== NEUTRAL);
  const choose = (emotion: string, id: string): void => {
    const { [emotion]: _before, ...others } = config.emotionPresets;
    const emotionPresets = id === EVERYWHERE ? others : { ...others, [emotion]: id };
    configureAvatar({ id: avatar.id, emotionPresets }).catch(showProblem);
  };
  return (
    <div className="avatars-emotions">
      <p>{words.emotions.hint}</p>
      {names.map((emotion) => (
        <div key={emotion} className="avatars-emotion">
          <span aria-hidden="true">{emotionName(emotion)}</span>
          <Select
            label={words.emotions.of(emotionName(emotion))}
            value={config.emotionPresets[emotion] ?? EVERYWHERE}
            options={[
              { value: EVERYWHERE, label: words.emotions.own },
              ...presets
                .filter(({ name }) => name !== emotion)
                .map(({ id, name }) => ({ value: id, label: emotionName(name) })),
            ]}
            onChange={(id) => choose(emotion, id)}
          />
        </div>
      ))}
    </div>
  );
}
