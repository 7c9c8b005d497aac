import { useEffect } from 'react';
import { create } from 'zustand';
import type { TakeThumbnail } from '#shared/contract/index.ts';
import { ask, hostUrl, onFresh } from '../../link/index.ts';

/** A thumbnail as it is drawn. */
export interface ShownThumbnail extends Omit<TakeThumbnail, 'picture'> {
  /** Address of its picture in this page. */
  readonly picture: string | undefined;
}

/** More than are in sight; the rest is asked for again. */
const MAX_KEPT = 300;

/** Thumbnails by take, the oldest first; undefined while one is on its way or where it cannot be had. */
const useThumbnails = create<ReadonlyMap<string, ShownThumbnail | undefined>>(() => new Map());

// Where a take was missing, it may be there again.
onFresh(() => forgetMissing());

/** The thumbnail of a take; undefined until it is there. */
export function useThumbnail(id: string): ShownThumbnail | undefined {
  const thumbnail = useThumbnails((thumbnails) => thumbnails.get(id));
  const isKnown = useThumbnails((thumbnails) => thumbnails.has(id));
  useEffect(() => {
    // Two places may show the same take.
    if (!isKnown && !useThumbnails.getState().has(id)) void read(id);
  }, [id, isKnown]);
  return thumbnail;
}

async function read(id: string): Promise<void> {
  put(id, undefined);
  try {
    const { picture, ...drawn } = await ask('take.thumbnail', { id });
    put(id, { ...drawn, picture: picture === null ? undefined : await load(picture) });
  } catch {
    // A take without a thumbnail is told by its name.
  }
}

/** The window's page may show no picture of another address, but what it has read itself. */
async function load(path: string): Promise<string | undefined> {
  const answer = await fetch(await hostUrl(path));
  return answer.ok ? URL.createObjectURL(await answer.blob()) : undefined;
}

function put(id: string, thumbnail: ShownThumbnail | undefined): void {
  const before = useThumbnails.getState();
  const replaced = before.get(id)?.picture;
  if (replaced !== undefined) URL.revokeObjectURL(replaced);
  const thumbnails = new Map(before).set(id, thumbnail);
  for (const [oldest, shown] of thumbnails) {
    if (thumbnails.size <= MAX_KEPT) break;
    thumbnails.delete(oldest);
    if (shown?.picture !== undefined) URL.revokeObjectURL(shown.picture);
  }
  useThumbnails.setState(thumbnails, true);
}

function forgetMissing(): void {
  const known = [...useThumbnails.getState()].filter(([, thumbnail]) => thumbnail !== undefined);
  useThumbnails.setState(new Map(known), true);
}
