import type { EditLayerKind } from '#shared/contract/index.ts';
import type { Unit } from './unit.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const UNITS: Readonly<Record<Unit, string>> = {
  seconds: 's',
  hertz: 'Hz',
  degrees: '°',
  number: '',
  percent: '%',
};

/** Every text about editing a take, in one place for translation. */
export const words = {
  undo: 'Undo',
  redo: 'Redo',
  nobody: 'Nobody was heard in this take',
  nobodyHint: 'There are no curves to change.',
  add: 'Add a layer',
  kind: {
    smooth: 'Smooth',
    lowPass: 'Low-pass',
    despike: 'Spikes',
    offset: 'Offset',
    scale: 'Scale',
    keys: 'Reduce keys',
    blinks: 'Blinks',
  } satisfies Record<EditLayerKind, string>,
  about: {
    smooth: 'Evens out what trembles, without delay.',
    lowPass: 'Takes out what moves faster than a frequency, without delay.',
    despike: 'Takes out single frames that jump.',
    offset: 'Adds the same everywhere.',
    scale: 'Makes moves larger or smaller, around a value that stays.',
    keys: 'Draws the curve through few keys, as close to the frames as you say.',
    blinks: 'Shuts blinks that do not shut, and takes out half-blinks and flutter. Winks stay.',
  } satisfies Record<EditLayerKind, string>,
  /** What a new layer will be of. */
  chosen: (subject: string, channels: string, range: string) => `For ${subject}: ${channels}, ${range}`,
  noChannels: 'no channels chosen',
  channels: (names: readonly string[]) =>
    names.length <= 2 ? names.join(', ') : `${names[0]} and ${names.length - 1} more`,
  wholeTake: 'the whole take',
  range: (from: number, to: number) => `${seconds(from)} to ${seconds(to)} s`,
  count: (layers: number) => (layers === 0 ? 'No layers' : counted(layers, 'layer', 'layers')),
  layers: 'Layers, in the order in which they are applied',
  none: 'The take is as it was recorded.',
  isOn: (name: string) => `${name} is on`,
  earlier: (name: string) => `Apply ${name} earlier`,
  later: (name: string) => `Apply ${name} later`,
  remove: (name: string) => `Remove ${name}`,
  parameter: {
    width: 'Width',
    cutoff: 'Cut-off',
    amount: 'Amount',
    factor: 'Factor',
    pivot: 'Value that stays',
    tolerance: 'Tolerance',
    closedWeight: 'Shut is',
    closeFrom: 'Shut from',
    longest: 'Longest blink',
    strength: 'Strength',
    edge: 'Soft ends',
  },
  unit: (unit: Unit) => UNITS[unit],
  /** For screen readers: the number field beside a slider. */
  number: (name: string) => `${name}, as a number`,
  takeSelection: 'Use what is chosen',
  wholeTakeButton: 'Whole take',
  measuring: 'Reckoning …',
  off: 'Off',
  nothing: 'Changes nothing here.',
  change: (value: string, channels: number) =>
    `Moves frames by up to ${value} in ${counted(channels, 'channel', 'channels')}.`,
  keys: (keys: number, frames: number, error: string) =>
    `${counted(keys, 'key', 'keys')} for ${counted(frames, 'frame', 'frames')} (${percent(keys, frames)}). Largest error ${error}.`,
  blinks: (closed: number, removed: number) =>
    `${counted(closed, 'blink', 'blinks')} shut, ${counted(removed, 'half-blink', 'half-blinks')} taken out.`,
  spikes: (spikes: number) => `${counted(spikes, 'frame', 'frames')} taken out.`,
  value: (value: number, isRotation: boolean) =>
    isRotation ? `${((value * 180) / Math.PI).toFixed(1)}°` : value.toFixed(3),
};

const seconds = (value: number): string => value.toFixed(2);

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : ((100 * part) / whole).toFixed(1)} %`;
}
