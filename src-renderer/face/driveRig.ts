import type { Performer } from '../performer/index.ts';
import { type FaceSettings, settingsOf, useFace } from './faceStore.ts';

/**
 * Lets the performer's rig follow what the panel is set to.
 * @returns a function that tells a new rig everything, as after a change of the avatar
 */
export function driveRig(performer: Performer): () => void {
  let shown: FaceSettings | undefined;
  const follow = (): void => {
    const state = useFace.getState();
    const settings = settingsOf(state);
    if (settings.rig !== shown?.rig) performer.setSettings(settings.rig);
    if (settings.emotions !== shown?.emotions) followEmotions(performer, settings.emotions);
    if (settings.manual !== shown?.manual) followTargets(performer, settings.manual, shown?.manual ?? {});
    performer.showAlone(state.solo);
    shown = settings;
  };
  useFace.subscribe(follow);
  follow();
  return () => {
    shown = undefined;
    follow();
  };
}

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
