import { X } from 'lucide-react';
import { type CaptureSettings, type PhoneRemote, REMOTE_PORT } from '#shared/contract/index.ts';
import { Checkbox, IconButton, PortField } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { isSamePlace, type Place } from './place.ts';
import { words } from './words.ts';

/** Phones with Live Link Face that are controlled from here, and whether they record with the studio. */
export function RemotePhones({ settings }: { readonly settings: CaptureSettings }) {
  const { remotes } = settings;
  const setRemotes = (next: readonly PhoneRemote[]): void =>
    configureCapture({ ...settings, remotes: [...next] });
  return (
    <>
      <p className="capture-hint">{words.remote.setupHint}</p>
      <ul className="capture-remotes">
        {remotes.map((remote) => {
          const place = `${remote.address}:${remote.port}`;
          return (
            <li key={place}>
              <Checkbox
                checked={remote.recordsToo}
                onChange={(recordsToo) =>
                  setRemotes(remotes.map((each) => (each === remote ? { ...each, recordsToo } : each)))
                }
              >
                {words.remote.recordsToo(place)}
              </Checkbox>
              <IconButton
                label={words.forget(place)}
                icon={<X />}
                onClick={() => setRemotes(remotes.filter((each) => each !== remote))}
              />
            </li>
          );
        })}
      </ul>
      <PlaceForm
        label={words.remote.address}
        add={words.remote.add}
        example={words.remote.addressExample}
        isNew={(place) => !remotes.some((each) => isSamePlace(each, remoteAt(place)))}
        onAdd={(place) => setRemotes([...remotes, remoteAt(place)])}
      />
      <div className="capture-remote-port">
        <span>{words.remote.answerPort}</span>
        <PortField
          label={words.remote.answerPort}
          port={settings.remoteAnswerPort}
          onChange={(remoteAnswerPort) => configureCapture({ ...settings, remoteAnswerPort })}
        />
      </div>
    </>
  );
}

const remoteAt = ({ address, port = REMOTE_PORT }: Place): PhoneRemote => ({
  address,
  port,
  recordsToo: true,
});
