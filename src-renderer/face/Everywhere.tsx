import { prefer, usePreferences } from '../presets/index.ts';
import { Checkbox, Select } from '../ui/index.ts';
import { LEVELS } from './Detail.tsx';
import { words } from './words.ts';

/** What holds for every avatar in every workspace, whatever its settings say. */
export function Everywhere() {
  const preferences = usePreferences((state) => state.preferences);
  if (!preferences) return null;
  const { enableEmotions, enableMicroExpressions, defaultQuality } = preferences;
  return (
    <>
      <Checkbox checked={enableEmotions} onChange={(next) => prefer({ enableEmotions: next })}>
        {words.showEmotions}
      </Checkbox>
      <Checkbox
        checked={enableMicroExpressions}
        onChange={(next) => prefer({ enableMicroExpressions: next })}
      >
        {words.showMicro}
      </Checkbox>
      <Select
        label={words.mostDetail}
        value={defaultQuality}
        options={LEVELS}
        onChange={(next) => prefer({ defaultQuality: next })}
      />
    </>
  );
}
