import { DETAIL_LEVELS } from '#shared/face/index.ts';
import { configureAvatar, currentAvatar, useAvatars } from '../avatars/index.ts';
import { Button, Checkbox, Select, Slider, showProblem } from '../ui/index.ts';
import { detailOf, setDetail, useFace } from './faceStore.ts';
import { words } from './words.ts';

export const LEVELS = DETAIL_LEVELS.map((value) => ({ value, label: words.level[value] }));

/** How much of the face is animated, and at which frame rate that is held. */
export function Detail() {
  const detail = useFace(detailOf);
  const avatar = useAvatars((state) => currentAvatar(state)?.avatar);
  return (
    <>
      <Select
        label={words.detailLevel}
        value={detail.level}
        options={LEVELS}
        onChange={(level) => setDetail({ level })}
      />
      <Checkbox checked={detail.automatic} onChange={(automatic) => setDetail({ automatic })}>
        {words.automatic}
      </Checkbox>
      <div className="face-row">
        <span className="face-row-label">{words.targetFps}</span>
        <Slider
          label={words.targetFps}
          value={detail.targetFps}
          min={10}
          max={120}
          step={5}
          disabled={!detail.automatic}
          onChange={(targetFps) => setDetail({ targetFps })}
        />
        <span className="face-row-value">{detail.targetFps}</span>
      </div>
      {avatar && !avatar.builtIn && (
        <Button
          onClick={() => void configureAvatar({ id: avatar.id, qualitySettings: detail }).catch(showProblem)}
        >
          {words.keepDetail}
        </Button>
      )}
    </>
  );
}
