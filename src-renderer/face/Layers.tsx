import { RIG_LAYERS, type RigLayer } from '#shared/face/index.ts';
import { performer } from '../performer/index.ts';
import { Slider, useMeters } from '../ui/index.ts';
import { setRig, settingsOf, useFace } from './faceStore.ts';
import { words } from './words.ts';

const levelOf = (layer: string): number => performer.rig.levelOf(layer as RigLayer);

/** The layers of the face from the lowest: how much each counts, and what it does now. */
export function Layers() {
  const layers = useFace((state) => settingsOf(state).rig.layers);
  const list = useMeters(levelOf);
  return (
    <div ref={list} className="face-rows">
      {RIG_LAYERS.map((layer) => (
        <div key={layer} className="face-row">
          <span className="face-row-label">{words.layer[layer]}</span>
          <div className="face-sliders">
            <Slider
              label={words.layerWeight(words.layer[layer])}
              value={layers[layer]}
              onChange={(weight) =>
                setRig(`layer ${layer}`, (rig) => ({ ...rig, layers: { ...rig.layers, [layer]: weight } }))
              }
            />
            <div className="face-meter" aria-hidden="true">
              <div data-meter={layer} />
            </div>
          </div>
          <span className="face-row-value">{layers[layer].toFixed(2)}</span>
        </div>
      ))}
    </div>
  );
}
