/** So many deaths within this time are a loop. */
const DEATHS = 3;
const WITHIN_MS = 60_000;

/** Tells a page that died once from one that dies whenever it is loaded. */
export class CrashLoop {
  #deaths: number[] = [];

  /** Notes a death. @param nowMs on any steady clock. @returns whether it is one of a loop; counting then begins anew. */
  noteDeath(nowMs: number): boolean {
    this.#deaths = [...this.#deaths.filter((time) => nowMs - time < WITHIN_MS), nowMs];
    if (this.#deaths.length < DEATHS) return false;
    this.#deaths = [];
    return true;
  }
}
