import { Slider } from '../ui/index.ts';
import { changeLayer } from './editStore.ts';
import { NumberField } from './NumberField.tsx';
import type { Parameter } from './parameters.ts';
import { words } from './words.ts';

/** A setting of a layer: dragged, or typed in. */
export function ParameterRow({ parameter }: { readonly parameter: Parameter }) {
  const { name, unit, value, min, max, step, set } = parameter;
  const label = words.parameter[name];
  const change = (next: number): void => changeLayer(name, set(next));
  return (
    <div className="edit-parameter">
      <span className="edit-parameter-name">{label}</span>
      <Slider
        label={label}
        value={value}
        min={min}
        max={max}
        step={step}
        valueText={`${Number(value.toFixed(3))} ${words.unit(unit)}`}
        onChange={change}
      />
      <NumberField
        label={words.number(label)}
        value={value}
        min={min}
        max={max}
        step={step}
        onChange={change}
      />
      <span className="edit-unit">{words.unit(unit)}</span>
    </div>
  );
}
