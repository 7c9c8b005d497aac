import { X } from 'lucide-react';
import { useState } from 'react';
import { type CaptureSettings, type PhoneRemote, REMOTE_PORT } from '#shared/contract/index.ts';
import { Button, Checkbox, IconButton } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { PortField } from './PortField.tsx';
import { readPlace } from './place.ts';
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
      <AddRemote remotes={remotes} onAdd={(added) => setRemotes([...remotes, added])} />
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

interface AddRemoteProps {
  readonly remotes: readonly PhoneRemote[];
  readonly onAdd: (remote: PhoneRemote) => void;
}

function AddRemote({ remotes, onAdd }: AddRemoteProps) {
  const [text, setText] = useState('');
  const read = readPlace(text);
  const place = read && { address: read.address, port: read.port ?? REMOTE_PORT };
  const isNew = !remotes.some(({ address, port }) => address === place?.address && port === place.port);
  return (
    <form
      className="capture-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (!place || !isNew) return;
        onAdd({ ...place, recordsToo: true });
        setText('');
      }}
    >
      <input
        className="capture-field"
        aria-label={words.remote.address}
        placeholder={words.remote.addressExample}
        value={text}
        onChange={(event) => setText(event.target.value.trim())}
      />
      <Button disabled={!place || !isNew}>{words.remote.add}</Button>
    </form>
  );
}
