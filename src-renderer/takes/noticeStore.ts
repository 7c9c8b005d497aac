import { create } from 'zustand';

/** What was done with a take last, until something else is. */
export interface TakeNotice {
  readonly text: string;
  /** Takes it back. */
  readonly undo?: () => void;
}

export const useTakeNotice = create<{ readonly notice: TakeNotice | undefined }>(() => ({
  notice: undefined,
}));

export function showNotice(notice: TakeNotice | undefined): void {
  useTakeNotice.setState({ notice });
}
