import { create } from 'zustand';
import type { ErrorInfo, OpenedTake } from '#shared/contract/index.ts';
import type { RecordedSubject, RecordedTake } from '#shared/formats/index.ts';
import type { Sound } from './reading/soundReader.ts';

interface TakeStore {
  /** Of the take that is open or being opened. */
  readonly id: string | undefined;
  /** Undefined until the host has told. */
  readonly opened: OpenedTake | undefined;
  /** All that was recorded; undefined until it is read. */
  readonly recorded: RecordedTake | undefined;
  /** How much of it is read, 0..1. */
  readonly progress: number;
  readonly sound: Sound | undefined;
  /** Why it could not be opened. */
  readonly error: ErrorInfo | undefined;
}

export const NOTHING_OPEN: TakeStore = {
  id: undefined,
  opened: undefined,
  recorded: undefined,
  progress: 0,
  sound: undefined,
  error: undefined,
};

/** The take that is open in the player. */
export const useTake = create<TakeStore>(() => NOTHING_OPEN);

/** A subject of the open take by its number in the take. */
export function subjectOf(
  { recorded }: Pick<TakeStore, 'recorded'>,
  number: number | undefined,
): RecordedSubject | undefined {
  return recorded?.subjects.find(({ description }) => description.number === number);
}
