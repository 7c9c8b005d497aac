import { DETAIL_LEVELS, type DetailLevel, type RigPreset } from '#shared/face/index.ts';
import type { Performer } from '../performer/index.ts';
import { usePreferences } from '../presets/index.ts';
import { detailOf, type FaceSettings, settingsOf, useFace } from './faceStore.ts';

/**
 * Lets the performer's rig follow what the panel is set to.
 * @returns a function that tells a new rig everything, as after a change of the avatar
 */
export function driveRig(performer: Performer): () => void {
  let shown: FaceSettings | undefined;
  let rigShown: string | undefined;
  const follow = (): void => {
    const state = useFace.getState();
    const settings = settingsOf(state);
    const rig = allowed({ ...settings.rig, detail: detailOf(state) });
    // The same settings come anew with each change of anything else.
    const text = JSON.stringify(rig);
    if (text !== rigShown) performer.setSettings(rig);
    rigShown = text;
    if (settings.emotions !== shown?.emotions) followEmotions(performer, settings.emotions);
    if (settings.manual !== shown?.manual) followTargets(performer, settings.manual, shown?.manual ?? {});
    performer.showAlone(state.solo);
    shown = settings;
  };
  useFace.subscribe(follow);
  usePreferences.subscribe(follow);
  follow();
  return () => {
    shown = undefined;
    rigShown = undefined;
    follow();
  };
}

/** Settings without the layers that the user wants nothing of anywhere, and no finer than the user wants any. */
function allowed(rig: RigPreset): RigPreset {
  const { preferences } = usePreferences.getState();
  if (!preferences) return rig;
  const { emotion, micro } = rig.layers;
  const layers = {
    ...rig.layers,
    emotion: preferences.enableEmotions ? emotion : 0,
    micro: preferences.enableMicroExpressions ? micro : 0,
  };
  const level = coarserOf(rig.detail.level, preferences.defaultQuality);
  return { ...rig, layers, detail: { ...rig.detail, level } };
}

const coarserOf = (a: DetailLevel, b: DetailLevel): DetailLevel =>
  DETAIL_LEVELS.indexOf(a) > DETAIL_LEVELS.indexOf(b) ? a : b;

function followEmotions({ rig }: Performer, emotions: FaceSettings['emotions']): void {
  for (const name of rig.emotion.names) rig.emotion.set(name, emotions[name] ?? 0);
}

function followTargets(
  { rig }: Performer,
  manual: FaceSettings['manual'],
  before: FaceSettings['manual'],
): void {
  for (const target of Object.keys(before)) if (manual[target] === undefined) rig.manual.release(target);
  for (const [target, weight] of Object.entries(manual)) {
    if (weight !== before[target]) rig.manual.set(target, weight);
  }
}
