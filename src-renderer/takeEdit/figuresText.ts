import type { CaptureChannel } from '#shared/capture/index.ts';
import type { EditLayer } from '#shared/contract/index.ts';
import type { LayerFigures } from '#shared/takeEdit/index.ts';
import { isOfRotations } from './newLayers.ts';
import { words } from './words.ts';

/** What a layer does to its channels, in words. */
export function figuresText(layer: EditLayer, figures: ReadonlyMap<CaptureChannel, LayerFigures>): string {
  if (!layer.isOn) return words.off;
  const all = [...figures.values()];
  const largest = Math.max(0, ...all.map(({ largestChange }) => largestChange));
  const change = words.value(largest, isOfRotations(layer));
  const sum = (count: (each: LayerFigures) => number): number =>
    all.reduce((total, each) => total + count(each), 0);
  switch (layer.kind) {
    case 'keys':
      return all.length === 0
        ? words.nothing
        : words.keys(
            sum(({ keys }) => keys.length),
            sum(({ frames }) => frames),
            change,
          );
    case 'blinks':
      // The lids blink together: each tells of the same blinks.
      return words.blinks(
        Math.max(0, ...all.map(({ blinksClosed }) => blinksClosed)),
        Math.max(0, ...all.map(({ blinksRemoved }) => blinksRemoved)),
      );
    case 'despike':
      return words.spikes(sum(({ spikes }) => spikes));
    default:
      return largest === 0
        ? words.nothing
        : words.change(change, all.filter(({ largestChange }) => largestChange > 0).length);
  }
}
