/** Every text of the buttons that play something, in one place for translation. */
export const words = {
  label: 'Transport',
  play: 'Play',
  pause: 'Pause',
  back: 'One frame back',
  forward: 'One frame forward',
  start: 'To the start',
  end: 'To the end',
  loop: 'Loop',
  markIn: 'Set in point',
  markOut: 'Set out point',
  clearMarks: 'Clear in and out point',
  speed: 'Speed',
  speedOf: (speed: number) => `${speed}×`,
  frameOf: (frame: number, frames: number) => `${frame} / ${frames}`,
  frame: 'Frame',
  timecode: 'Timecode',
  noTimecode: '––:––:––:––',
  noFrame: '–',
  position: 'Position',
  positionText: (timecode: string, frame: number, frames: number) =>
    `${timecode}, frame ${frame} of ${frames}`,
};
