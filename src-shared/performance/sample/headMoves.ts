/** Yaw, pitch and roll of the head in degrees: to the left, down, and over to the left. Times in seconds. */
interface HeadMove {
  readonly start: number;
  readonly end: number;
  readonly turn: readonly [yaw: number, pitch: number, roll: number];
}

export const HEAD_MOVES: readonly HeadMove[] = [
  { start: 5.0, end: 5.8, turn: [0, -5, 0] },
  { start: 10.4, end: 10.9, turn: [0, 6, 0] },
  { start: 11.2, end: 12.2, turn: [8, -2, 3] },
  { start: 12.2, end: 13.0, turn: [-7, 3, -3] },
  { start: 14.5, end: 16.5, turn: [4, 4, 3] },
  { start: 17.2, end: 19.4, turn: [-4, 3, -3] },
  { start: 23.0, end: 25.0, turn: [3, 8, 0] },
  { start: 25.6, end: 27.2, turn: [10, 0, 4] },
  { start: 29.4, end: 31.6, turn: [-5, -2, -5] },
];
