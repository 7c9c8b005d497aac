import { approach, smoothstep } from '../layers/index.ts';
import { FACE_DRIVERS, type FaceDriver, type RigPreset } from '../presets/index.ts';
import { FACE_REGIONS } from '../regions/index.ts';

const DRIVERS = FACE_DRIVERS.length;
const REGIONS = FACE_REGIONS.length;
const TRACKING = FACE_DRIVERS.indexOf('tracking');
const NOBODY = 255;
/** A changed table takes over within this time. */
const TABLE_SECONDS = 0.3;

/**
 * Who drives which part of the face. In each region the drivers stand in an order; the first takes as much as it is present,
 * the next takes of what is left, and so on. Since presences are faded, so is every hand-over.
 */
export interface Fusion {
  /** Share of each region, in the order of `FACE_REGIONS`, that each driver owns. What nobody owns is at rest. */
  readonly shares: Readonly<Record<FaceDriver, Float32Array>>;
  /**
   * @param presence 0..1 of each driver, in the order of `FACE_DRIVERS`
   * @param tracked how much of that tracking has in each region, 0..1: none where it sees nothing
   * @returns whether the shares are others than before
   */
  share(presence: Float64Array, tracked: Float32Array, seconds: number): boolean;
  configure(table: RigPreset['fusion']): void;
  /** The table that was set last is followed at once. */
  reset(): void;
}

export function createFusion(table: RigPreset['fusion']): Fusion {
  // A row of regions for each driver, as it is and as it was under the table before.
  const shares = new Float32Array(DRIVERS * REGIONS);
  const before = new Float32Array(DRIVERS * REGIONS);
  const order = new Uint8Array(REGIONS * DRIVERS);
  const last = new Float64Array(DRIVERS).fill(-1);
  const lastTracked = new Float32Array(REGIONS);
  const row = (driver: FaceDriver): Float32Array => {
    const start = FACE_DRIVERS.indexOf(driver) * REGIONS;
    return shares.subarray(start, start + REGIONS);
  };

  let ramp = 1;

  function configure(next: RigPreset['fusion']): void {
    const wanted = new Uint8Array(order.length).fill(NOBODY);
    for (const [region, name] of FACE_REGIONS.entries()) {
      for (const [place, driver] of [...new Set(next[name])].entries()) {
        wanted[region * DRIVERS + place] = FACE_DRIVERS.indexOf(driver);
      }
    }
    if (wanted.every((driver, i) => driver === order[i])) return;
    order.set(wanted);
    before.set(shares);
    ramp = 0;
  }
  configure(table);
  ramp = 1;

  function blendWithBefore(): void {
    const share = smoothstep(ramp);
    for (let i = 0; i < shares.length; i++) {
      const old = before[i] ?? 0;
      shares[i] = old + ((shares[i] ?? 0) - old) * share;
    }
  }

  return {
    configure,
    reset() {
      ramp = 1;
      last.fill(-1);
    },
    shares: { idle: row('idle'), tracking: row('tracking'), audio: row('audio'), text: row('text') },
    share(presence, tracked, seconds) {
      let same = ramp === 1;
      for (let driver = 0; same && driver < DRIVERS; driver++) same = presence[driver] === last[driver];
      for (let region = 0; same && region < REGIONS; region++) same = tracked[region] === lastTracked[region];
      if (same) return false;
      last.set(presence);
      lastTracked.set(tracked);
      shares.fill(0);
      for (let region = 0; region < REGIONS; region++) {
        let left = 1;
        for (let place = 0; place < DRIVERS; place++) {
          const driver = order[region * DRIVERS + place] ?? NOBODY;
          if (driver === NOBODY) break;
          const seen = driver === TRACKING ? (tracked[region] ?? 0) : 1;
          const taken = left * seen * (presence[driver] ?? 0);
          shares[driver * REGIONS + region] = taken;
          left -= taken;
        }
      }
      if (ramp === 1) return true;
      ramp = approach(ramp, 1, seconds / TABLE_SECONDS);
      blendWithBefore();
      return true;
    },
  };
}
