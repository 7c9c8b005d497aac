import { create } from 'zustand';
import {
  type EditLayer,
  type EditLayerKind,
  type ErrorInfo,
  MAX_EDIT_LAYERS,
  NO_EDIT,
  type TakeEdit,
  toErrorInfo,
} from '#shared/contract/index.ts';
import type { RecordedTake } from '#shared/formats/index.ts';
import { withChangedLayer, withMovedLayer, withoutLayer } from '#shared/takeEdit/index.ts';
import { ask, onFresh } from '../link/index.ts';
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

interface EditStore {
  readonly open: OpenTake | undefined;
  readonly history: History<TakeEdit>;
  /** Why the edit that is kept cannot be read: the take is then shown as it was recorded. */
  readonly problem: ErrorInfo | undefined;
  /** The layer whose settings are seen. */
  readonly shownLayer: string | undefined;
}

export const useTakeEdit = create<EditStore>(() => ({
  open: undefined,
  history: createHistory(NO_EDIT),
  problem: undefined,
  shownLayer: undefined,
}));

const keeperOf = (): EditKeeper | undefined => useTakeEdit.getState().open?.keeper;

onFresh(() => {
  const { open } = useTakeEdit.getState();
  if (open?.keeper) void open.keeper.flush();
  else if (open) void readEdit(open);
});
addEventListener('pagehide', () => void keeperOf()?.flush());

/** The edit as it stands; without layers while no take is open, or its edit has not been read. */
export const editOf = (state: EditStore): TakeEdit => state.history.present;
/** Whether the edit has been read, and may be changed. */
export const isReady = ({ open }: EditStore): boolean => open?.keeper !== undefined;

/**
 * Begins to edit a take, with what was edited of it before; what waited of another one is kept.
 * @param take with rows
 */
export async function openTakeEdit(id: string, take: RecordedTake): Promise<void> {
  const closed = closeTakeEdit();
  const open = { id, take, keeper: undefined };
  useTakeEdit.setState({ open });
  await closed;
  await readEdit(open);
}

/** Where the edit is damaged, the take is edited anew; where it cannot be asked for, not at all. */
async function readEdit(open: OpenTake): Promise<void> {
  const read = await ask('take.edit.read', { id: open.id }).catch(toErrorInfo);
  if (useTakeEdit.getState().open !== open) return;
  const problem = 'edit' in read ? undefined : read;
  useTakeEdit.setState({ problem });
  if (problem && problem.kind !== 'invalid_take') return;
  const kept = 'edit' in read ? read.edit : NO_EDIT;
  const keeper = new EditKeeper(writerFor(open.id), kept);
  useTakeEdit.setState({ open: { ...open, keeper }, history: createHistory(kept) });
}

function writerFor(id: string): EditWriter {
  return {
    write: (edit) => ask('take.edit.write', { id, edit }),
    onFailure: showProblem,
  };
}

/** Ends editing; resolves when what was changed is kept. */
export async function closeTakeEdit(): Promise<void> {
  const kept = keeperOf()?.flush();
  useTakeEdit.setState({
    open: undefined,
    history: createHistory(NO_EDIT),
    problem: undefined,
    shownLayer: undefined,
  });
  await kept;
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

function change(control: string, edit: TakeEdit): void {
  if (edit === editOf(useTakeEdit.getState())) return;
  go((history) => changed(history, edit, control, performance.now()));
}

function go(step: (history: History<TakeEdit>) => History<TakeEdit>): void {
  const { history, open } = useTakeEdit.getState();
  if (!open?.keeper) return;
  const next = step(history);
  useTakeEdit.setState({ history: next });
  open.keeper.keep(next.present);
}
