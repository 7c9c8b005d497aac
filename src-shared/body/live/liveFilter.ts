import type { Channel, LandmarkFrame } from '../landmarkFrame.ts';
import { SIDES } from '../landmarks.ts';

/** How calm and how quick: cutoff at rest in Hz, and by how many Hz it rises with each metre a second. */
interface Calm {
  readonly cutoffHz: number;
  readonly beta: number;
}

/**
 * Of landmarks in metres. Ours, by eye on the app's own clips and real signing: a body at rest trembles by about a
 * centimetre, a hand within itself by a few millimetres, and neither may lag when it moves.
 */
const POSE: Calm = { cutoffHz: 1.5, beta: 12 };
const HAND: Calm = { cutoffHz: 2.5, beta: 40 };
/** Of the speed, by which a cutoff rises. */
const SPEED_CUTOFF_HZ = 2;
/** A channel that was away for longer starts afresh. */
const LONGEST_STEP_SECONDS = 0.5;

/**
 * Smooths the world landmarks of body and hands as they come, without waiting for later frames: a One Euro filter
 * (Casiez, Roussel and Vogel, CHI 2012) for each coordinate. The face is left as it is; the rig smooths that.
 */
export class LiveFilter {
  readonly #pose = new OneEuro(POSE);
  readonly #hands = { left: new OneEuro(HAND), right: new OneEuro(HAND) };
  #lastSeconds = 0;

  /** Smooths a frame in place; its time grows from frame to frame. */
  apply(frame: LandmarkFrame): void {
    const seconds = frame.timeSeconds - this.#lastSeconds;
    this.#lastSeconds = frame.timeSeconds;
    this.#pose.follow(frame.pose, seconds);
    for (const side of SIDES) this.#hands[side].follow(frame.hands[side], seconds);
  }
}

class OneEuro {
  readonly #calm: Calm;
  #values = new Float32Array();
  #raw = new Float32Array();
  #speeds = new Float32Array();
  #isRunning = false;

  constructor(calm: Calm) {
    this.#calm = calm;
  }

  follow({ presence, signals: { world } }: Channel<'world'>, seconds: number): void {
    const wasRunning = this.#isRunning;
    this.#isRunning = presence !== 'absent';
    if (!this.#isRunning) return;
    if (wasRunning && seconds > 0 && seconds <= LONGEST_STEP_SECONDS) this.#smooth(world, seconds);
    else this.#restart(world);
  }

  #restart(world: Float32Array): void {
    if (this.#values.length !== world.length) {
      this.#values = new Float32Array(world.length);
      this.#raw = new Float32Array(world.length);
      this.#speeds = new Float32Array(world.length);
    }
    this.#values.set(world);
    this.#raw.set(world);
    this.#speeds.fill(0);
  }

  #smooth(world: Float32Array, seconds: number): void {
    const { cutoffHz, beta } = this.#calm;
    const speedShare = shareOf(SPEED_CUTOFF_HZ, seconds);
    for (let i = 0; i < world.length; i++) {
      const raw = world[i] ?? 0;
      const before = this.#speeds[i] ?? 0;
      const speed = before + ((raw - (this.#raw[i] ?? 0)) / seconds - before) * speedShare;
      const value = this.#values[i] ?? 0;
      const next = value + (raw - value) * shareOf(cutoffHz + beta * Math.abs(speed), seconds);
      this.#raw[i] = raw;
      this.#speeds[i] = speed;
      this.#values[i] = next;
      world[i] = next;
    }
  }
}

/** Share of the new value in a moving average with a cutoff, over a step. */
function shareOf(cutoffHz: number, seconds: number): number {
  const turns = 2 * Math.PI * cutoffHz * seconds;
  return turns / (turns + 1);
}
