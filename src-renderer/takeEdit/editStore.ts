import { create } from 'zustand';
import type { EditLayer, EditLayerKind, ErrorInfo, TakeEdit } from '#shared/contract/index.ts';
import { NO_EDIT, toErrorInfo } from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { withChangedLayer, withMovedLayer, withoutLayer } from '#shared/takeEdit/index.ts';
import { ask, onFresh } from '../link/index.ts';
import { changed, createHistory, type History, redone, undone } from '../ui/index.ts';
import { type Draft, type EditSelection, type Trim, withNewLayers } from './draft.ts';
import { DraftKeeper } from './draftKeeper.ts';

/** The take that is edited. */
interface OpenTake {
  readonly id: string;
  readonly take: RecordedTake;
  readonly keeper: DraftKeeper;
}

interface EditStore {
  readonly open: OpenTake | undefined;
  /** Whether the edit has been read, and may be changed. */
  readonly isReady: boolean;
  readonly history: History<Draft>;
  /** Why the edit that is kept cannot be read: the take is then shown as it was recorded. */
  readonly problem: ErrorInfo | undefined;
  readonly selection: EditSelection;
  /** The layer whose settings are seen. */
  readonly shownLayer: string | undefined;
}

const NO_SELECTION: EditSelection = { subject: 0, channels: [], range: null };
const NOTHING: Draft = { edit: NO_EDIT, trim: null };

export const useTakeEdit = create<EditStore>(() => ({
  open: undefined,
  isReady: false,
  history: createHistory(NOTHING),
  problem: undefined,
  selection: NO_SELECTION,
  shownLayer: undefined,
}));

onFresh(() => useTakeEdit.getState().open?.keeper.retry());

/** The edit as it stands; without layers while no take is open, or its edit has not been read. */
export const editOf = (state: EditStore): TakeEdit => state.history.present.edit;
export const trimOf = (state: EditStore): Trim => state.history.present.trim;

/**
 * Begins to edit a take, with what was edited of it before; what waited of another one is kept.
 * @param take with rows
 * @param trim as the list of takes has it
 */
export async function openTakeEdit(id: string, take: RecordedTake, trim: Trim): Promise<void> {
  closeTakeEdit();
  const open = { id, take, keeper: new DraftKeeper(id, { edit: NO_EDIT, trim }) };
  const subject = take.subjects[0]?.description.number ?? 0;
  useTakeEdit.setState({
    open,
    history: createHistory({ edit: NO_EDIT, trim }),
    selection: { ...NO_SELECTION, subject },
  });
  const read = await ask('take.edit.read', { id }).catch(toErrorInfo);
  if (useTakeEdit.getState().open !== open) return;
  if ('edit' in read) {
    open.keeper.begin({ edit: read.edit, trim });
    useTakeEdit.setState({ isReady: true, history: createHistory({ edit: read.edit, trim }) });
  } else {
    useTakeEdit.setState({ isReady: read.kind === 'invalid_take', problem: read });
  }
}

/** Ends editing; what was changed is kept. */
export function closeTakeEdit(): void {
  void useTakeEdit.getState().open?.keeper.flush();
  useTakeEdit.setState({
    open: undefined,
    isReady: false,
    history: createHistory(NOTHING),
    problem: undefined,
    selection: NO_SELECTION,
    shownLayer: undefined,
  });
}

/** Chooses what new layers are of; what is left out stays chosen. */
export function selectForEdit(selection: Partial<EditSelection>): void {
  useTakeEdit.setState((state) => ({ selection: { ...state.selection, ...selection } }));
}

/** Adds a layer for what is chosen, and shows its settings. */
export function addLayer(kind: EditLayerKind): void {
  const { selection } = useTakeEdit.getState();
  const before = editOf(useTakeEdit.getState());
  const edit = withNewLayers(before, kind, selection, () => crypto.randomUUID());
  if (edit === before) return;
  change('add', { edit });
  useTakeEdit.setState({ shownLayer: edit.layers[before.layers.length]?.id });
}

/**
 * Puts a changed layer in the place of the one with its id.
 * @param control what it was changed with: a drag of one control is undone at once
 */
export function changeLayer(control: string, layer: EditLayer): void {
  change(`${layer.id} ${control}`, {
    edit: withChangedLayer(editOf(useTakeEdit.getState()), layer.id, () => layer),
  });
}

/** Applies a layer so many places later, or earlier. */
export function moveLayer(id: string, places: number): void {
  change(`move ${id}`, { edit: withMovedLayer(editOf(useTakeEdit.getState()), id, places) });
}

export function removeLayer(id: string): void {
  change(`remove ${id}`, { edit: withoutLayer(editOf(useTakeEdit.getState()), id) });
}

export function showLayer(shownLayer: string | undefined): void {
  useTakeEdit.setState({ shownLayer });
}

export function trimTake(trim: Trim): void {
  change('trim', { trim });
}

export function undoEdit(): void {
  go(undone);
}

export function redoEdit(): void {
  go(redone);
}

function change(control: string, to: Partial<Draft>): void {
  go((history) => changed(history, { ...history.present, ...to }, control, performance.now()));
}

function go(step: (history: History<Draft>) => History<Draft>): void {
  const { isReady, history, open } = useTakeEdit.getState();
  if (!isReady) return;
  const next = step(history);
  useTakeEdit.setState({ history: next });
  open?.keeper.keep(next.present);
}
