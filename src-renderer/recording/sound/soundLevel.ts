/** A sample at or beyond this is at the end of what the converter can tell. */
const CLIP = 0.999;
/** Below this, -80 dB, there is not even the noise of a room: the microphone is muted or broken. */
const SILENCE = 1e-4;
const SILENT_AFTER_MS = 3000;
const CLIP_SHOWN_MS = 2000;
/** How fast the level falls back, in decibels a second: slow enough for the eye. */
const FALL_DB_PER_SECOND = 40;
export const FLOOR_DB = -60;

/** How loud the microphone is. Kept outside React: it changes all the time. */
export class SoundLevel {
  #decibels = FLOOR_DB;
  #takenMs = 0;
  #clippedMs = Number.NEGATIVE_INFINITY;
  #heardMs = 0;

  /** Begins anew, for another microphone. */
  reset(nowMs: number): void {
    this.#decibels = FLOOR_DB;
    this.#clippedMs = Number.NEGATIVE_INFINITY;
    this.#takenMs = this.#heardMs = nowMs;
  }

  take(samples: Float32Array, nowMs: number): void {
    let peak = 0;
    for (let i = 0; i < samples.length; i++) peak = Math.max(peak, Math.abs(samples[i] ?? 0));
    this.#decibels = Math.max(this.decibels(nowMs), 20 * Math.log10(peak));
    this.#takenMs = nowMs;
    if (peak >= CLIP) this.#clippedMs = nowMs;
    if (peak > SILENCE) this.#heardMs = nowMs;
  }

  /** -60 to 0, of full scale; falls back slowly from each peak. */
  decibels(nowMs: number): number {
    const fallen = this.#decibels - (FALL_DB_PER_SECOND * (nowMs - this.#takenMs)) / 1000;
    return Math.min(0, Math.max(FLOOR_DB, fallen));
  }

  isClipped(nowMs: number): boolean {
    return nowMs - this.#clippedMs < CLIP_SHOWN_MS;
  }

  isSilent(nowMs: number): boolean {
    return nowMs - this.#heardMs > SILENT_AFTER_MS;
  }
}

export const soundLevel = new SoundLevel();
