import type { TakeStore } from '../store/index.ts';
import { stampOf } from './indexTake.ts';
import { placeOf, takeIdsIn, trashOf } from './takeFolder.ts';

/** Where a take lies among the folders of a workspace. */
export interface TakePlace {
  readonly id: string;
  readonly inTrash: boolean;
}

/** Where the folders of takes differ from the list of them. */
export interface FolderChanges {
  /** Listed, and no longer there. */
  readonly gone: readonly string[];
  /** Not listed, or otherwise than they lie there now; those in the trash first. */
  readonly changed: readonly TakePlace[];
}

/** Takes that are looked at together: the system has threads for a few. */
const BATCH = 32;

/**
 * Compares the folders of all takes with their list. Of a hundred thousand takes it takes seconds, and a tenth of one at
 * once.
 * @param store the list
 * @throws `io`
 */
export async function findChanges(
  takesFolder: string,
  store: Pick<TakeStore, 'known'>,
): Promise<FolderChanges> {
  const known = store.known();
  const trashed = await takeIdsIn(trashOf(takesFolder));
  const live = await takeIdsIn(takesFolder);
  const places: TakePlace[] = [
    ...trashed.map((id) => ({ id, inTrash: true })),
    ...live.map((id) => ({ id, inTrash: false })),
  ];
  const changed: TakePlace[] = [];
  for (let i = 0; i < places.length; i += BATCH) {
    const looked = await Promise.all(
      places.slice(i, i + BATCH).map(async (place) => {
        const entry = known.get(place.id);
        const isListed =
          entry?.inTrash === place.inTrash && entry.stamp === (await stampOf(placeOf(takesFolder, place)));
        return isListed ? [] : [place];
      }),
    );
    changed.push(...looked.flat());
  }
  const there = new Set([...trashed, ...live]);
  return { gone: [...known.keys()].filter((id) => !there.has(id)), changed };
}
