import { create } from 'zustand';
import type { TakeQuery, TakeView } from '#shared/contract/index.ts';
import { ask, onFresh, onHostEvent } from '../link/index.ts';
import { showProblem } from '../ui/index.ts';

interface TakesStore {
  /** Undefined until they have been read. */
  readonly takes: readonly TakeView[] | undefined;
  /** How many the search finds, of which the first are in `takes`. */
  readonly total: number;
  readonly search: string;
  /** The take that was put into the trash last, until another is. */
  readonly trashed: TakeView | undefined;
}

/** The takes of the workspace, newest first. */
export const useTakes = create<TakesStore>(() => ({
  takes: undefined,
  total: 0,
  search: '',
  trashed: undefined,
}));

const PAGE: Omit<TakeQuery, 'search'> = {
  tag: null,
  minRating: 0,
  inTrash: false,
  order: 'startedAt',
  descending: true,
  offset: 0,
  limit: 200,
};

/** Of several readings under way only the last one counts. */
let reading = 0;

onFresh(() => void refresh());
onHostEvent((event) => {
  if (event.event === 'takes_changed') void refresh();
});

export function searchTakes(search: string): void {
  useTakes.setState({ search });
  void refresh();
}

export async function rateTake(id: string, rating: number): Promise<void> {
  await act(() => ask('take.change', { id, changes: { rating } }));
}

export async function trashTake(take: TakeView): Promise<void> {
  if (await act(() => ask('take.trash', { id: take.id }))) useTakes.setState({ trashed: take });
}

/** Takes the take out of the trash that was put there last. */
export async function restoreTake(): Promise<void> {
  const { trashed } = useTakes.getState();
  if (trashed && (await act(() => ask('take.restore', { id: trashed.id })))) {
    useTakes.setState({ trashed: undefined });
  }
}

async function refresh(): Promise<void> {
  reading += 1;
  const turn = reading;
  await act(async () => {
    const { takes, total } = await ask('takes.page', { ...PAGE, search: useTakes.getState().search });
    if (turn === reading) useTakes.setState({ takes, total });
  });
}

/** @returns whether it succeeded; the user is told where it did not */
async function act(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    showProblem(error);
    return false;
  }
}
