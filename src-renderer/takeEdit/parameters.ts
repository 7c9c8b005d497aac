import type { EditLayer } from '#shared/contract/index.ts';
import { isOfRotations } from './newLayers.ts';
import type { Unit } from './unit.ts';
import type { words } from './words.ts';

/** A setting of a layer, in the unit in which it is shown. */
export interface Parameter {
  readonly name: keyof (typeof words)['parameter'];
  readonly unit: Unit;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The layer with another value. */
  readonly set: (value: number) => EditLayer;
}

const DEGREE = Math.PI / 180;

/** The settings of a layer that are its kind's own. */
export function parametersOf(layer: EditLayer): Parameter[] {
  switch (layer.kind) {
    case 'smooth':
      return [
        seconds('width', layer.widthSeconds, [0.02, 1], (widthSeconds) => ({ ...layer, widthSeconds })),
      ];
    case 'lowPass':
      return [
        {
          name: 'cutoff',
          unit: 'hertz',
          value: layer.cutoffHz,
          min: 0.5,
          max: 30,
          step: 0.5,
          set: (cutoffHz) => ({ ...layer, cutoffHz }),
        },
      ];
    case 'despike':
      return [
        seconds('width', layer.widthSeconds, [0.02, 0.3], (widthSeconds) => ({ ...layer, widthSeconds })),
      ];
    case 'offset':
      return [inUnit(layer, 'amount', layer.amount, [-1, 1], (amount) => ({ ...layer, amount }))];
    case 'scale':
      return [
        {
          name: 'factor',
          unit: 'number',
          value: layer.factor,
          min: 0,
          max: 3,
          step: 0.05,
          set: (factor) => ({ ...layer, factor }),
        },
        inUnit(layer, 'pivot', layer.pivot, [isOfRotations(layer) ? -1 : 0, 1], (pivot) => ({
          ...layer,
          pivot,
        })),
      ];
    case 'keys':
      return [
        inUnit(layer, 'tolerance', layer.tolerance, [0, 0.1], (tolerance) => ({ ...layer, tolerance })),
      ];
    case 'blinks':
      return [
        share('closedWeight', layer.closedWeight, 0.5, (closedWeight) => ({ ...layer, closedWeight })),
        share('closeFrom', layer.closeFrom, 0.05, (closeFrom) => ({ ...layer, closeFrom })),
        seconds('longest', layer.longestSeconds, [0.1, 1], (longestSeconds) => ({
          ...layer,
          longestSeconds,
        })),
      ];
  }
}

/** How much of a layer is taken. */
export function strengthOf(layer: EditLayer): Parameter {
  return share('strength', layer.strength, 0, (strength) => ({ ...layer, strength }));
}

/** How softly a layer begins and ends; undefined where it is of the whole take, or needs no soft ends. */
export function edgeOf(layer: EditLayer): Parameter | undefined {
  const { range } = layer;
  if (!range || layer.kind === 'keys') return undefined;
  return seconds('edge', range.edgeSeconds, [0, 1], (edgeSeconds) => ({
    ...layer,
    range: { ...range, edgeSeconds },
  }));
}

type Set = (value: number) => EditLayer;

function seconds(name: Parameter['name'], value: number, [min, max]: [number, number], set: Set): Parameter {
  return { name, unit: 'seconds', value, min, max, step: 0.01, set };
}

function share(name: Parameter['name'], value: number, min: number, set: Set): Parameter {
  return {
    name,
    unit: 'percent',
    value: Math.round(value * 100),
    min: min * 100,
    max: 100,
    step: 1,
    set: (percent) => set(percent / 100),
  };
}

/** A value in the channels' own unit; of rotations, a range of 1 stands for 90 degrees. */
function inUnit(
  layer: EditLayer,
  name: Parameter['name'],
  value: number,
  [min, max]: [number, number],
  set: Set,
): Parameter {
  const fine = max - min < 0.5;
  if (!isOfRotations(layer)) return { name, unit: 'number', value, min, max, step: fine ? 0.001 : 0.01, set };
  return {
    name,
    unit: 'degrees',
    value: value / DEGREE,
    min: 90 * min,
    max: 90 * max,
    step: fine ? 0.1 : 0.5,
    set: (degrees) => set(degrees * DEGREE),
  };
}
