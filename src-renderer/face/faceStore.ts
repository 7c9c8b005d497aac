import { create } from 'zustand';
import { DEFAULT_RIG, type RigPreset } from '#shared/face/index.ts';
import { changed, createHistory, type History, redone, undone } from '../ui/index.ts';
import { keepRig, readRig } from './keptRig.ts';
import { isDirection, otherSideOf } from './sides.ts';

/** All that the face is set to: what can be undone. */
export interface FaceSettings {
  readonly rig: RigPreset;
  /** Per emotion its intensity, 0..1. */
  readonly emotions: Readonly<Record<string, number>>;
  /** Per morph target the weight that is set by hand. */
  readonly manual: Readonly<Record<string, number>>;
}

interface FaceState {
  readonly history: History<FaceSettings>;
  /** What is set on one side is set on the other too. */
  readonly isMirrored: boolean;
  /** Targets that alone are shown, while there are any. */
  readonly solo: ReadonlySet<string>;
  /** Kept for the avatar that is shown. */
  readonly avatarDetail: RigPreset['detail'] | undefined;
}

const INITIAL_SETTINGS: FaceSettings = { rig: readRig() ?? DEFAULT_RIG, emotions: {}, manual: {} };

export const useFace = create<FaceState>(() => ({
  history: createHistory(INITIAL_SETTINGS),
  isMirrored: false,
  solo: new Set(),
  avatarDetail: undefined,
}));

useFace.subscribe((state, before) => {
  const { rig } = settingsOf(state);
  if (rig !== settingsOf(before).rig) keepRig(rig);
});

export const settingsOf = (state: FaceState): FaceSettings => state.history.present;

/** Changes settings in a way that can be undone; changes by the same control in quick succession are undone at once. */
function change(control: string, update: (settings: FaceSettings) => FaceSettings): void {
  const { history } = useFace.getState();
  useFace.setState({ history: changed(history, update(history.present), control, performance.now()) });
}

export function undo(): void {
  useFace.setState(({ history }) => ({ history: undone(history) }));
}

export function redo(): void {
  useFace.setState(({ history }) => ({ history: redone(history) }));
}

export function setRig(control: string, update: (rig: RigPreset) => RigPreset): void {
  change(control, (settings) => ({ ...settings, rig: update(settings.rig) }));
}

/** Takes on an avatar's own level of detail, which comes before the user's; undefined where it has none. */
export function setAvatarDetail(avatarDetail: RigPreset['detail'] | undefined): void {
  useFace.setState({ avatarDetail });
}

/** The level of detail that holds now. */
export const detailOf = (state: FaceState): RigPreset['detail'] =>
  state.avatarDetail ?? settingsOf(state).rig.detail;

export function setDetail(change: Partial<RigPreset['detail']>): void {
  const { avatarDetail } = useFace.getState();
  if (avatarDetail) setAvatarDetail({ ...avatarDetail, ...change });
  else setRig('detail', (rig) => ({ ...rig, detail: { ...rig.detail, ...change } }));
}

export function setEmotions(control: string, emotions: Readonly<Record<string, number>>): void {
  change(control, (settings) => ({
    ...settings,
    emotions: withoutZeros({ ...settings.emotions, ...emotions }),
  }));
}

/** Sets a target by hand; undefined gives it back to the layers below. */
export function setTarget(target: string, weight: number | undefined): void {
  const { isMirrored } = useFace.getState();
  const names = isMirrored && !isDirection(target) ? [target, otherSideOf(target)] : [target];
  change(`target ${target}`, (settings) => {
    const manual = { ...settings.manual };
    for (const name of names) {
      if (weight === undefined) delete manual[name];
      else manual[name] = weight;
    }
    return { ...settings, manual };
  });
}

/** Gives all targets back to the layers below. */
export function releaseTargets(): void {
  change('release', (settings) => ({ ...settings, manual: {} }));
  useFace.setState({ solo: new Set() });
}

export function toggleMirror(): void {
  useFace.setState(({ isMirrored }) => ({ isMirrored: !isMirrored }));
}

export function toggleSolo(target: string): void {
  const solo = new Set(useFace.getState().solo);
  if (!solo.delete(target)) solo.add(target);
  useFace.setState({ solo });
}

function withoutZeros(weights: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(weights).filter(([, weight]) => weight > 0));
}
