import { builtInPresets, FACE_REGIONS, type RigPreset } from '#shared/face/index.ts';
import { Select, Slider } from '../ui/index.ts';
import { setRig, settingsOf, useFace } from './faceStore.ts';
import { words } from './words.ts';

const OWN = '';
type Filters = RigPreset['smoothing']['filters'];

/** How the tracked face is freed of jitter: a preset, and the filter's two numbers for the whole face. */
export function Smoothing() {
  const smoothing = useFace((state) => settingsOf(state).rig.smoothing);
  const presets = builtInPresets('smoothing');
  const same = presets.find(({ filters }) => JSON.stringify(filters) === JSON.stringify(smoothing.filters));
  const first = smoothing.filters.mouth;
  const setFilters = (filters: Filters): void =>
    setRig('smoothing', (rig) => ({ ...rig, smoothing: { ...rig.smoothing, filters } }));
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
          if (preset) setFilters(preset.filters);
        }}
      />
      {first.filter === 'one_euro' && (
        <>
          <Parameter
            label={words.calm}
            value={first.minCutoffHz}
            max={10}
            onChange={(minCutoffHz) => setFilters(everywhere({ ...first, minCutoffHz }))}
          />
          <Parameter
            label={words.agile}
            value={first.beta}
            max={60}
            onChange={(beta) => setFilters(everywhere({ ...first, beta }))}
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
      <span className="face-row-label">{label}</span>
      <Slider label={label} value={value} min={0.1} max={max} step={0.1} onChange={onChange} />
      <span className="face-row-value">{value.toFixed(1)}</span>
    </div>
  );
}
