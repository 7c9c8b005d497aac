import { FACE_REGIONS, type RigPreset, samePreset } from '#shared/face/index.ts';
import { documentsOf, usePresets } from '../presets/index.ts';
import { Select, Slider } from '../ui/index.ts';
import { setRig, settingsOf, useFace } from './faceStore.ts';
import { words } from './words.ts';

const OWN = '';
type Filters = RigPreset['smoothing']['filters'];

/** How the tracked face is freed of jitter: a preset, and the filter's two numbers for the whole face. */
export function Smoothing() {
  const smoothing = useFace((state) => settingsOf(state).rig.smoothing);
  const presets = documentsOf(
    usePresets((state) => state.presets),
    'smoothing',
  );
  const same = presets.find((preset) => samePreset(preset, { ...preset, ...smoothing }));
  const first = smoothing.filters.mouth;
  const set = (change: Partial<RigPreset['smoothing']>): void =>
    setRig('smoothing', (rig) => ({ ...rig, smoothing: { ...rig.smoothing, ...change } }));
  return (
    <>
      <Select
        label={words.smoothingPreset}
        value={same?.name ?? OWN}
        options={[
          ...(same ? [] : [{ value: OWN, label: words.ownSmoothing }]),
          ...presets.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(name) => {
          const preset = presets.find((each) => each.name === name);
          if (preset) set({ filters: preset.filters, maxSpeed: preset.maxSpeed });
        }}
      />
      {first.filter === 'one_euro' && (
        <>
          <Parameter
            label={words.calm}
            value={first.minCutoffHz}
            max={10}
            onChange={(minCutoffHz) => set({ filters: everywhere({ ...first, minCutoffHz }) })}
          />
          <Parameter
            label={words.agile}
            value={first.beta}
            max={60}
            onChange={(beta) => set({ filters: everywhere({ ...first, beta }) })}
          />
        </>
      )}
    </>
  );
}

function everywhere(filter: Filters[keyof Filters]): Filters {
  return Object.fromEntries(FACE_REGIONS.map((region) => [region, filter])) as Filters;
}

interface ParameterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function Parameter({ label, value, max, onChange }: ParameterProps) {
  return (
    <div className="face-row">
      <span className="face-row-label" title={label}>
        {label}
      </span>
      <Slider label={label} value={value} min={0.1} max={max} step={0.1} onChange={onChange} />
      <span className="face-row-value">{value.toFixed(1)}</span>
    </div>
  );
}
