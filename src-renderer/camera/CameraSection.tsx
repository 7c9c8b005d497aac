import { DeviceSelect, useDevices } from '../devices/index.ts';
import { Checkbox, Section, SegmentedControl, Select } from '../ui/index.ts';
import { CameraStatus } from './CameraStatus.tsx';
import './camera.css';
import {
  BODY_MODELS,
  type CameraSettings,
  changeCameraSettings,
  PARTS,
  PROCESSORS,
  RATES,
  useCameraSettings,
} from './cameraSettings.ts';
import { CameraPreview } from './preview/CameraPreview.tsx';
import { words } from './words.ts';

/** Chooses a camera and what is tracked in it, and shows what is found. */
export function CameraSection() {
  const isChosen = useDevices((state) => state.chosen.tracking !== null);
  const settings = useCameraSettings();
  return (
    <Section title={words.title}>
      <p className="camera-hint">{words.hint}</p>
      <DeviceSelect use="tracking" label={words.camera} />
      {isChosen && (
        <>
          <CameraStatus />
          <CameraPreview />
          <Choices settings={settings} />
        </>
      )}
    </Section>
  );
}

function Choices({ settings }: { readonly settings: CameraSettings }) {
  const { parts, bodyModel, fps, processor, hasPreview, isMirrored } = settings;
  return (
    <>
      <fieldset className="camera-boxes" aria-label={words.parts}>
        <span aria-hidden>{words.parts}</span>
        {PARTS.map((part) => (
          <Checkbox
            key={part}
            checked={parts[part]}
            onChange={(isOn) => changeCameraSettings({ parts: { ...parts, [part]: isOn } })}
          >
            {words.part[part]}
          </Checkbox>
        ))}
      </fieldset>
      <div className="camera-choices">
        <span>{words.bodyModel}</span>
        <SegmentedControl
          label={words.bodyModel}
          value={bodyModel}
          options={BODY_MODELS.map((value) => ({ value, label: words.bodyModels[value] }))}
          onChange={(chosen) => changeCameraSettings({ bodyModel: chosen })}
        />
        <span>{words.rate}</span>
        <Select
          label={words.rate}
          value={String(fps)}
          options={RATES.map((rate) => ({ value: String(rate), label: words.rates(rate) }))}
          onChange={(text) =>
            changeCameraSettings({ fps: RATES.find((rate) => String(rate) === text) ?? fps })
          }
        />
        <span>{words.processor}</span>
        <Select
          label={words.processor}
          value={processor}
          options={PROCESSORS.map((value) => ({ value, label: words.processors[value] }))}
          onChange={(chosen) => changeCameraSettings({ processor: chosen })}
        />
      </div>
      <div className="camera-boxes">
        <Checkbox checked={hasPreview} onChange={(isOn) => changeCameraSettings({ hasPreview: isOn })}>
          {words.preview}
        </Checkbox>
        {hasPreview && (
          <Checkbox checked={isMirrored} onChange={(isOn) => changeCameraSettings({ isMirrored: isOn })}>
            {words.mirrored}
          </Checkbox>
        )}
      </div>
    </>
  );
}
