/** Random numbers that come out the same for the same seed. */
export interface Random {
  /** Evenly spread over 0..1, 1 left out. */
  next(): number;
  /** Normally spread around 0 with deviation 1. */
  normal(): number;
  /** Waiting times of events that come by chance, of this mean. */
  waiting(mean: number): number;
  /** Starts over. */
  reset(seed: number): void;
}

const WARM_UP = 12;

/** sfc32, the small fast counting generator of PractRand (Chris Doty-Humphrey): 128 bits of state. */
export function createRandom(seed: number): Random {
  let a = 0;
  let b = 0;
  let c = 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  const reset = (to: number): void => {
    a = to | 0;
    b = Math.floor(to / 2 ** 32) | 0;
    c = 0x9e3779b9 | 0;
    counter = 1;
    for (let i = 0; i < WARM_UP; i++) next();
  };
  reset(seed);
  return {
    next,
    reset,
    // Box and Muller 1958; 1 - next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    waiting: (mean) => -mean * Math.log(1 - next()),
  };
}
