import { beforeEach, describe, expect, it } from 'vitest';
import { Deck, type Picture } from './deck.ts';
import { evenTiming, seekPointOf, trackTiming } from './timing.ts';

const timing = evenTiming(25, 4);
const REFRESH_MS = 1000 / 60;

/** A picture that plays by a clock turned by hand, and arrives at once when it seeks. */
class HandTurnedPicture implements Picture {
  seconds = 0;
  speed = 0;
  isSeeking = false;
  readonly #deck: Deck;

  constructor(deck: Deck) {
    this.#deck = deck;
  }

  get hasEnded(): boolean {
    return this.seconds >= timing.endSeconds;
  }

  play(speed: number): void {
    this.speed = speed;
  }

  pause(): void {
    this.speed = 0;
  }

  seek(seconds: number): void {
    this.seconds = seconds;
    this.#deck.pictureShows(Math.floor(seconds * 25 + 1e-9) / 25);
  }

  pass(seconds: number): void {
    this.seconds = Math.min(timing.endSeconds, this.seconds + seconds * this.speed);
    if (this.speed > 0) this.#deck.pictureShows(Math.min(99, Math.floor(this.seconds * 25 + 1e-9)) / 25);
  }
}

let deck: Deck;
let nowMs: number;

beforeEach(() => {
  deck = new Deck();
  deck.load(timing);
  nowMs = 1000;
});

function pass(seconds: number, picture?: HandTurnedPicture): number[] {
  const seen: number[] = [];
  for (const end = nowMs + seconds * 1000; nowMs < end - 1e-6; ) {
    nowMs += REFRESH_MS;
    picture?.pass(REFRESH_MS / 1000);
    deck.tick(nowMs);
    if (seen.at(-1) !== deck.playhead.cursor) seen.push(deck.playhead.cursor);
  }
  return seen;
}

const direction = (): number => deck.state.getState().direction;

describe('a clip without a picture', () => {
  it('is between two frames while it plays, and on one at rest', () => {
    deck.play();
    deck.tick(nowMs);
    pass(0.05);
    expect(deck.seconds).toBeCloseTo(0.05, 9);
    deck.pause();
    expect(deck.seconds).toBe(timing.times[1]);
  });

  it('plays by the clock, at the chosen speed', () => {
    deck.play();
    deck.tick(nowMs);
    pass(1);
    expect(deck.playhead.cursor).toBe(25);
    deck.setSpeed(0.5);
    pass(1);
    expect(deck.playhead.cursor).toBe(37);
    expect(deck.playhead.shown).toBe(37);
  });

  it('plays backwards, and faster when asked again', () => {
    deck.seek(99);
    deck.shuttle(-1);
    deck.tick(nowMs);
    pass(1);
    expect(deck.playhead.cursor).toBe(74);
    deck.shuttle(-1);
    expect(deck.state.getState().speed).toBe(1.5);
    deck.shuttle(1);
    expect(deck.state.getState()).toMatchObject({ direction: 1, speed: 1.5 });
  });

  it('rests on its last frame, and begins anew from there', () => {
    deck.play();
    deck.tick(nowMs);
    pass(5);
    expect(direction()).toBe(0);
    expect(deck.playhead.cursor).toBe(99);
    deck.play();
    expect(deck.playhead.cursor).toBe(0);
  });

  it('loops between in and out point, every frame of them and no other', () => {
    deck.seek(10);
    deck.markIn();
    deck.seek(14);
    deck.markOut();
    deck.toggleLoop();
    deck.play();
    deck.tick(nowMs);
    const seen = pass(1);
    expect(new Set(seen)).toEqual(new Set([10, 11, 12, 13, 14]));
    expect(seen.length).toBeGreaterThan(20);
  });

  it('goes on to the end from beyond the out point', () => {
    deck.seek(14);
    deck.markOut();
    deck.seek(50);
    deck.play();
    deck.tick(nowMs);
    pass(3);
    expect(deck.playhead.cursor).toBe(99);
  });

  it('does nothing without frames', () => {
    deck.load(trackTiming(new Float64Array(0)));
    deck.play();
    deck.step(1);
    expect(direction()).toBe(0);
    expect(deck.playhead.cursor).toBe(0);
  });
});

describe('a clip with a picture', () => {
  let picture: HandTurnedPicture;

  beforeEach(() => {
    picture = new HandTurnedPicture(deck);
    deck.attach(picture);
  });

  it('goes by the picture, also where that halts', () => {
    deck.play();
    pass(1, picture);
    expect(deck.playhead.cursor).toBe(25);
    const { speed } = picture;
    picture.speed = 0;
    pass(1, picture);
    expect(deck.playhead.cursor).toBe(25);
    picture.speed = speed;
    pass(1, picture);
    expect(deck.playhead.cursor).toBe(50);
  });

  it('rests on the frame that was seen last', () => {
    deck.play();
    pass(0.5, picture);
    const { cursor } = deck.playhead;
    deck.pause();
    expect(picture).toMatchObject({ speed: 0, seconds: seekPointOf(timing, cursor) });
    expect(deck.playhead).toMatchObject({ cursor, shown: cursor });
  });

  it('steps to every frame', () => {
    for (let frame = 1; frame < 100; frame++) {
      deck.step(1);
      expect(deck.playhead).toMatchObject({ cursor: frame, shown: frame });
      expect(picture.seconds).toBe(seekPointOf(timing, frame));
    }
    deck.step(1);
    expect(deck.playhead.cursor).toBe(99);
  });

  it('plays backwards by seeking to each frame', () => {
    deck.seek(20);
    deck.play(-1);
    deck.tick(nowMs);
    const seen = pass(0.4, picture);
    expect(picture.speed).toBe(0);
    expect(seen).toEqual(seen.map((_, i) => 19 - i));
    expect(seen.length).toBeGreaterThanOrEqual(10);
    expect(deck.playhead.shown).toBe(deck.playhead.cursor);
  });

  it('loops between in and out point, every frame of them and no other', () => {
    deck.seek(10);
    deck.markIn();
    deck.seek(14);
    deck.markOut();
    deck.toggleLoop();
    deck.play();
    const seen = pass(2, picture);
    expect(new Set(seen)).toEqual(new Set([10, 11, 12, 13, 14]));
    expect(seen.length).toBeGreaterThan(40);
  });

  it('rests at its end, or goes on from its beginning', () => {
    deck.play();
    pass(5, picture);
    expect(direction()).toBe(0);
    expect(deck.playhead).toMatchObject({ cursor: 99, shown: 99 });
    deck.toggleLoop();
    deck.play();
    pass(5, picture);
    expect(picture.speed).toBe(1);
    expect(deck.playhead.cursor).toBeLessThan(30);
  });

  it('goes on where it is sent while the last frame of a loop is still seen', () => {
    deck.toggleLoop();
    deck.setSpeed(0.1);
    deck.play();
    deck.seek(98);
    pass(0.6, picture);
    expect(deck.playhead.cursor).toBe(99);
    deck.seek(10);
    pass(1, picture);
    expect(deck.playhead.cursor).toBeGreaterThan(10);
  });

  it('is not held up by a picture from before the way back', () => {
    deck.toggleLoop();
    deck.play();
    pass(3.9, picture);
    picture.seek = (seconds) => {
      picture.seconds = seconds;
      picture.isSeeking = true;
    };
    pass(0.2, picture);
    expect(deck.playhead.cursor).toBe(0);
    deck.pictureShows(99 / 25);
    expect(deck.playhead).toMatchObject({ cursor: 0, shown: 99 });
    picture.isSeeking = false;
    deck.pictureShows(0);
    pass(1, picture);
    expect(deck.playhead.cursor).toBeGreaterThan(20);
  });

  it('tells where it stands apart from what is seen, while a seek is under way', () => {
    picture.seek = () => {};
    deck.seek(30);
    expect(deck.playhead).toMatchObject({ cursor: 30, shown: 0 });
    deck.pictureShows(29 / 25);
    expect(deck.playhead).toMatchObject({ cursor: 30, shown: 29 });
    deck.pictureShows(30 / 25);
    expect(deck.playhead.shown).toBe(30);
  });

  it('goes on by the clock when the picture goes', () => {
    deck.play();
    pass(1, picture);
    deck.detach();
    pass(1);
    expect(Math.abs(deck.playhead.cursor - 50)).toBeLessThanOrEqual(1);
  });

  it('stays where it is in time when its timing is known better', () => {
    deck.seek(50);
    deck.markIn();
    deck.retime(trackTiming(Float64Array.from({ length: 120 }, (_, i) => i / 30)));
    expect(deck.playhead.cursor).toBe(60);
    expect(deck.state.getState().marks.in).toBe(60);
  });
});
