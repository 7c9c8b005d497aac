/** The row of a list that has the keyboard when another one goes: the one after it, else the one before. */
export function rowBeside(list: HTMLElement | null, row: number): HTMLElement | null {
  const beside = list?.children[row + 1] ?? list?.children[row - 1];
  return beside instanceof HTMLElement ? beside : null;
}
