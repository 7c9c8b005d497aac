import { create } from 'zustand';
import {
  type EditLayer,
  type EditLayerKind,
  type ErrorInfo,
  MAX_EDIT_LAYERS,
  MimesisError,
  NO_EDIT,
  type TakeEdit,
  type TakeTrim,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { withChangedLayer, withMovedLayer, withoutLayer } from '#shared/takeEdit/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { isSameTrim } from '../takePlayer/index.ts';
import { changed, createHistory, type History, redone, showProblem, undone } from '../ui/index.ts';
import { EditKeeper, type EditWriter } from './editKeeper.ts';
import { type EditSelection, withNewLayers } from './newLayers.ts';

/** The take that is edited. */
interface OpenTake {
  readonly id: string;
  readonly take: RecordedTake;
  /** Undefined until the edit has been read: nothing is changed before. */
  readonly keeper: EditKeeper | undefined;
}

/** What of the open take is undone and redone. */
interface TakeState {
  readonly edit: TakeEdit;
  readonly trim: TakeTrim;
}

interface EditStore {
  readonly open: OpenTake | undefined;
  readonly history: History<TakeState>;
  /** Why the edit that is kept cannot be read: the take is then shown as it was recorded. */
  readonly problem: ErrorInfo | undefined;
  /** The layer whose settings are seen. */
  readonly shownLayer: string | undefined;
}

const NOTHING_OPEN: EditStore = {
  open: undefined,
  history: createHistory<TakeState>({ edit: NO_EDIT, trim: null }),
  problem: undefined,
  shownLayer: undefined,
};

export const useTakeEdit = create<EditStore>(() => NOTHING_OPEN);

const openNow = (): OpenTake | undefined => useTakeEdit.getState().open;

onFresh(() => void catchUp());
onHostEvent((event) => {
  if (event.event === 'take_edit_changed' && event.id === openNow()?.id) void heardOf(event.revision);
});
addEventListener('pagehide', () => void openNow()?.keeper?.flush());

/** The edit as it stands; without layers while no take is open, or its edit has not been read. */
export const editOf = (state: EditStore): TakeEdit => state.history.present.edit;
/** The trim as it stands, likewise. */
export const trimIn = (state: EditStore): TakeTrim => state.history.present.trim;
/** Whether the edit has been read, and may be changed. */
export const isReady = ({ open }: EditStore): boolean => open?.keeper !== undefined;

/**
 * Begins to edit a take, with what was edited of it before; what waited of another one is kept.
 * @param take with rows
 */
export async function openTakeEdit(id: string, take: RecordedTake, trim: TakeTrim): Promise<void> {
  const closed = closeTakeEdit();
  useTakeEdit.setState({
    open: { id, take, keeper: undefined },
    history: createHistory({ edit: NO_EDIT, trim }),
  });
  await closed;
  await readEdit(take);
}

/** Ends editing; resolves when what was changed is kept. */
export async function closeTakeEdit(): Promise<void> {
  const kept = openNow()?.keeper?.flush();
  useTakeEdit.setState(NOTHING_OPEN);
  await kept;
}

/** The take's edit has this revision by now. */
async function heardOf(revision: string): Promise<void> {
  // It may be what is being written here.
  await openNow()?.keeper?.written;
  if (openNow()?.keeper?.revision !== revision) await catchUp();
}

/** Keeps what waits, and shows what was edited elsewhere meanwhile. */
async function catchUp(): Promise<void> {
  const open = openNow();
  await open?.keeper?.flush();
  if (open) await readEdit(open.take);
}

/**
 * Reads the edit of the take, if that is still open. Where the edit is damaged, the take is edited anew; where it cannot
 * be asked for, not at all. One that was made elsewhere can be undone, and with it what was set here comes back.
 */
async function readEdit(take: RecordedTake): Promise<void> {
  const id = openNow()?.id;
  if (id === undefined) return;
  const read = await ask('take.edit.read', { id }).catch(toErrorInfo);
  const { open, history } = useTakeEdit.getState();
  if (open?.take !== take) return;
  const problem = 'edit' in read ? undefined : read;
  useTakeEdit.setState({ problem });
  if (problem && problem.kind !== 'invalid_take') return;
  const kept = 'edit' in read ? read : { edit: NO_EDIT, revision: '' };
  const present = { ...history.present, edit: kept.edit };
  if (!open.keeper) {
    const keeper = new EditKeeper(writerFor(open), kept);
    useTakeEdit.setState({ open: { ...open, keeper }, history: createHistory(present) });
  } else if (open.keeper.revision !== kept.revision) {
    open.keeper.takeOver(kept);
    useTakeEdit.setState({ history: changed(history, present, 'elsewhere', performance.now()) });
  }
}

function writerFor({ id, take }: OpenTake): EditWriter {
  return {
    write: async (edit, over) => (await ask('take.edit.write', { id, edit, revision: over })).revision,
    onFailure: (error) => {
      showProblem(error);
      if (error instanceof MimesisError && error.kind === 'conflict') void readEdit(take);
    },
  };
}

/** Adds a layer for what is chosen, and shows its settings. */
export function addLayer(kind: EditLayerKind, selection: EditSelection): void {
  const before = editOf(useTakeEdit.getState());
  const edit = withNewLayers(before, kind, selection, () => crypto.randomUUID());
  const shownLayer = edit.layers[before.layers.length]?.id;
  if (shownLayer === undefined || edit.layers.length > MAX_EDIT_LAYERS) return;
  change(`add ${shownLayer}`, edit);
  useTakeEdit.setState({ shownLayer });
}

/**
 * Puts a changed layer in the place of the one with its id.
 * @param control what it was changed with: a drag of one control is undone at once
 */
export function changeLayer(control: string, layer: EditLayer): void {
  change(
    `${layer.id} ${control}`,
    withChangedLayer(editOf(useTakeEdit.getState()), layer.id, () => layer),
  );
}

/** Applies a layer so many places later, or earlier. */
export function moveLayer(id: string, places: number): void {
  change(`move ${id}`, withMovedLayer(editOf(useTakeEdit.getState()), id, places));
}

export function removeLayer(id: string): void {
  change(`remove ${id}`, withoutLayer(editOf(useTakeEdit.getState()), id));
}

export function showLayer(shownLayer: string | undefined): void {
  useTakeEdit.setState({ shownLayer });
}

export function undoEdit(): void {
  go(undone);
}

export function redoEdit(): void {
  go(redone);
}

/** The take is trimmed so by now, which can be undone as well. */
export function noteTrim(trim: TakeTrim): void {
  const { history, open } = useTakeEdit.getState();
  if (!open || isSameTrim(trim, history.present.trim)) return;
  const present = { ...history.present, trim };
  useTakeEdit.setState({ history: changed(history, present, 'trim', performance.now()) });
}

function change(control: string, edit: TakeEdit): void {
  const { present } = useTakeEdit.getState().history;
  if (edit === present.edit) return;
  go((history) => changed(history, { ...present, edit }, control, performance.now()));
}

function go(step: (history: History<TakeState>) => History<TakeState>): void {
  const { history, open } = useTakeEdit.getState();
  if (!open?.keeper) return;
  const next = step(history);
  useTakeEdit.setState({ history: next });
  if (next.present.edit !== history.present.edit) open.keeper.keep(next.present.edit);
}
