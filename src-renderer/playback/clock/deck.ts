import { createStore } from 'zustand/vanilla';
import { frameAt } from '#shared/formats/index.ts';
import { Playhead } from './playhead.ts';
import { type Marks, markIn, markOut, NO_MARKS, type PlayRange, rangeFrom, travel } from './playRange.ts';
import { endOf, NO_FRAMES, nearestFrame, seekPointOf, type Timing } from './timing.ts';

/** What shows the pictures, such as a video element. Times are seconds from the first frame. */
export interface Picture {
  readonly hasEnded: boolean;
  /** Where it is now. */
  readonly seconds: number;
  /** What it shows may still be from before a seek. */
  readonly isSeeking: boolean;
  /** Plays forwards by its own clock, from where it is. */
  play(speed: number): void;
  pause(): void;
  /** Shows the picture of a time. Of several wishes the last counts. */
  seek(seconds: number): void;
}

/** Speeds to choose from, times the clip's own. */
export const SPEEDS = [0.1, 0.25, 0.5, 1, 1.5, 2] as const;

export interface DeckState {
  /** 1 forwards, -1 backwards, 0 at rest. */
  readonly direction: -1 | 0 | 1;
  readonly speed: number;
  readonly isLooping: boolean;
  readonly marks: Marks;
  readonly timing: Timing;
}

/**
 * Plays a clip. Forwards its picture is the clock; backwards, and without a picture, the ticks are. What changes rarely
 * is in `state`, where it is now in `playhead`.
 */
export class Deck {
  readonly playhead = new Playhead();
  readonly state = createStore<DeckState>(() => ({
    direction: 0,
    speed: 1,
    isLooping: false,
    marks: NO_MARKS,
    timing: NO_FRAMES,
  }));
  #picture: Picture | undefined;
  #range: PlayRange = { first: 0, last: 0 };
  #seconds = 0;
  #tickedMs: number | undefined;
  /** When the last frame of a loop has been seen long enough. */
  #endsMs: number | undefined;

  /** Where it is now, between two frames while it plays. */
  get seconds(): number {
    return this.#leader?.seconds ?? this.#seconds;
  }

  /** Puts in another clip, at rest at its beginning. */
  load(timing: Timing): void {
    this.pause();
    this.state.setState({ timing, marks: NO_MARKS });
    this.seek(0);
  }

  /** The same clip, whose timing is known better now: it stays where it is. */
  retime(timing: Timing): void {
    const { times } = this.#timing;
    const { marks } = this.state.getState();
    const moved = (frame: number | undefined): number | undefined =>
      frame === undefined ? undefined : nearestFrame(timing.times, times[frame] ?? 0);
    const cursor = moved(this.playhead.cursor) ?? 0;
    this.state.setState({ timing, marks: { in: moved(marks.in), out: moved(marks.out) } });
    this.seek(cursor);
  }

  /** From now on a picture follows, and leads when playing forwards. */
  attach(picture: Picture): void {
    this.#picture = picture;
    picture.seek(seekPointOf(this.#timing, this.playhead.cursor));
    if (this.state.getState().direction === 1) picture.play(this.state.getState().speed);
  }

  detach(): void {
    this.#picture = undefined;
    this.#seconds = this.#timing.times[this.playhead.cursor] ?? 0;
    this.playhead.move(this.playhead.cursor, this.playhead.cursor);
  }

  /** The picture shows another frame: the one that its file puts at this time. */
  pictureShows(seconds: number): void {
    const frame = nearestFrame(this.#timing.times, seconds);
    const leader = this.#leader?.isSeeking ? undefined : this.#leader;
    const { last } = this.#range;
    this.playhead.move(leader ? Math.min(frame, last) : this.playhead.cursor, frame);
    // At the end of a range it must not run on while the way back begins.
    if (frame >= last) leader?.pause();
  }

  play(direction: 1 | -1 = 1): void {
    const { timing, marks } = this.state.getState();
    const frames = timing.times.length;
    if (frames === 0) return;
    this.#picture?.pause();
    const { first, last } = rangeFrom(marks, frames, this.playhead.cursor, direction);
    if (direction === 1 && this.playhead.cursor >= last) this.seek(first);
    if (direction === -1 && this.playhead.cursor <= first) this.seek(last);
    this.#tickedMs = undefined;
    this.#seconds = this.#timing.times[this.playhead.cursor] ?? 0;
    this.state.setState({ direction });
    this.#setRange();
  }

  pause(): void {
    const leader = this.#leader;
    if (this.state.getState().direction === 0) return;
    this.state.setState({ direction: 0 });
    this.#seconds = this.#timing.times[this.playhead.cursor] ?? 0;
    leader?.pause();
    // The next picture may have come meanwhile: the one that was told of is shown.
    leader?.seek(seekPointOf(this.#timing, this.playhead.cursor));
  }

  toggle(): void {
    if (this.state.getState().direction === 0) this.play();
    else this.pause();
  }

  /** Plays in a direction or, where it does already, faster. */
  shuttle(direction: 1 | -1): void {
    const { direction: now, speed } = this.state.getState();
    if (now === direction) this.setSpeed(SPEEDS.find((faster) => faster > speed) ?? speed);
    else this.play(direction);
  }

  /** Goes to a frame, or the nearest that there is. A clip that plays goes on from there. */
  seek(frame: number): void {
    const { times } = this.#timing;
    const cursor = Math.max(0, Math.min(times.length - 1, frame));
    this.#seconds = times[cursor] ?? 0;
    this.#show(cursor);
    this.#setRange();
  }

  /** Rests, and goes so many frames on. */
  step(frames: number): void {
    this.pause();
    this.seek(this.playhead.cursor + frames);
  }

  setSpeed(speed: number): void {
    this.state.setState({ speed });
    if (this.state.getState().direction !== 0) this.#leader?.play(speed);
  }

  toggleLoop(): void {
    this.state.setState(({ isLooping }) => ({ isLooping: !isLooping }));
  }

  markIn(): void {
    this.#mark(markIn(this.state.getState().marks, this.playhead.cursor));
  }

  markOut(): void {
    this.#mark(markOut(this.state.getState().marks, this.playhead.cursor));
  }

  clearMarks(): void {
    this.#mark(NO_MARKS);
  }

  /** To be called with the time at every refresh of the display while it plays. */
  tick(nowMs: number): void {
    const { direction, speed, isLooping, timing } = this.state.getState();
    const elapsed = (nowMs - (this.#tickedMs ?? nowMs)) / 1000;
    this.#tickedMs = nowMs;
    if (direction === 0) return;
    if (this.#leader) {
      this.#endAfterLastFrame(nowMs);
      return;
    }
    const { first, last } = this.#range;
    const span = { start: timing.times[first] ?? 0, end: endOf(timing, last) };
    const { seconds, isOver } = travel(this.#seconds, elapsed * speed * direction, span, isLooping);
    if (isOver) this.#stopAt(direction > 0 ? last : first);
    else {
      this.#seconds = seconds;
      this.#show(frameAt(timing.times, seconds));
    }
  }

  /** Loops or rests when the last frame of what is played has been seen for its time. */
  #endAfterLastFrame(nowMs: number): void {
    const { speed, isLooping, timing } = this.state.getState();
    const { first, last } = this.#range;
    if (!this.#leader?.hasEnded && this.playhead.cursor < last) return;
    if (!isLooping) {
      this.#stopAt(last);
      return;
    }
    const lasts = endOf(timing, last) - (timing.times[last] ?? 0);
    this.#endsMs ??= nowMs + (lasts * 1000) / speed;
    if (nowMs >= this.#endsMs) this.seek(first);
  }

  /** The picture, where it is the clock. */
  get #leader(): Picture | undefined {
    return this.state.getState().direction === 1 ? this.#picture : undefined;
  }

  get #timing(): Timing {
    return this.state.getState().timing;
  }

  #show(frame: number): void {
    if (!this.#picture) this.playhead.move(frame, frame);
    else if (frame !== this.playhead.cursor || this.state.getState().direction !== -1) {
      this.playhead.move(frame, this.playhead.shown);
      this.#picture.seek(seekPointOf(this.#timing, frame));
    }
  }

  #stopAt(frame: number): void {
    this.pause();
    this.seek(frame);
  }

  #mark(marks: Marks): void {
    this.state.setState({ marks });
    this.#setRange();
  }

  /** What is played from here on. A picture that rests at the end of what was played before goes on. */
  #setRange(): void {
    const { marks, timing, direction, speed } = this.state.getState();
    this.#range = rangeFrom(marks, timing.times.length, this.playhead.cursor, direction || 1);
    this.#endsMs = undefined;
    this.#leader?.play(speed);
  }
}
