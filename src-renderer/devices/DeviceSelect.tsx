import { Select } from '../ui/index.ts';
import './devices.css';
import type { MediaDevice } from './deviceList.ts';
import { chooseDevice, DEVICE_USES, type DeviceUse, useDevices } from './deviceStore.ts';
import { words } from './words.ts';

const OFF = '';

interface DeviceSelectProps {
  readonly use: DeviceUse;
  readonly label: string;
}

/** Chooses a device for a use, or none; says where there is none, or none may be used. */
export function DeviceSelect({ use, label }: DeviceSelectProps) {
  const kind = DEVICE_USES[use];
  const connected = useDevices((state) => state.devices[kind]);
  const isRefused = useDevices((state) => state.permissions[kind] === 'denied');
  const chosen = useDevices((state) => state.chosen[use]);
  const devices = chosen && !includes(connected, chosen) ? [...connected, gone(chosen)] : connected;
  const hint = isRefused
    ? `${words.refused(kind)} ${words.refusedRemedy(kind)}`
    : connected.length === 0
      ? words.missing(kind)
      : undefined;
  return (
    <div className="devices-select">
      <Select
        label={label}
        value={chosen?.id ?? OFF}
        options={[
          { value: OFF, label: words.off },
          ...devices.map((device) => ({ value: device.id, label: device.label })),
        ]}
        onChange={(id) => chooseDevice(use, connected.find((device) => device.id === id) ?? null)}
      />
      {hint !== undefined && <p className="devices-hint">{hint}</p>}
    </div>
  );
}

const includes = (devices: readonly MediaDevice[], wanted: MediaDevice): boolean =>
  devices.some(({ id }) => id === wanted.id);

const gone = ({ id, label }: MediaDevice): MediaDevice => ({ id, label: words.gone(label) });
