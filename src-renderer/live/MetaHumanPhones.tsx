import { X } from 'lucide-react';
import { useState } from 'react';
import { type CaptureSettings, META_HUMAN_PORT, type MetaHumanView } from '#shared/contract/index.ts';
import { Button, Checkbox, IconButton } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { PortField } from './PortField.tsx';
import { readPlace } from './place.ts';
import { words } from './words.ts';

interface MetaHumanPhonesProps {
  readonly settings: CaptureSettings;
  /** How it goes while capture is armed. */
  readonly views: readonly MetaHumanView[];
}

/** The experimental mode of Live Link Face for MetaHuman: off unless it is switched on here. */
export function MetaHumanPhones({ settings, views }: MetaHumanPhonesProps) {
  const { metaHuman } = settings;
  const set = (change: Partial<CaptureSettings['metaHuman']>): void =>
    configureCapture({ ...settings, metaHuman: { ...metaHuman, ...change } });
  return (
    <>
      <p className="capture-hint">{words.metaHuman.hint}</p>
      <Checkbox checked={metaHuman.isOn} onChange={(isOn) => set({ isOn })}>
        {words.metaHuman.switchOn}
      </Checkbox>
      {metaHuman.isOn && (
        <>
          <ul className="capture-remotes">
            {metaHuman.phones.map((phone) => {
              const place = `${phone.address}:${phone.port}`;
              const view = views.find(
                ({ address, port }) => address === phone.address && port === phone.port,
              );
              return (
                <li key={place}>
                  <div>
                    <code>{place}</code>
                    {view && <State view={view} />}
                  </div>
                  <IconButton
                    label={words.forget(place)}
                    icon={<X />}
                    onClick={() => set({ phones: metaHuman.phones.filter((each) => each !== phone) })}
                  />
                </li>
              );
            })}
          </ul>
          <AddPhone
            phones={metaHuman.phones}
            onAdd={(added) => set({ phones: [...metaHuman.phones, added] })}
          />
          <div className="capture-remote-port">
            <span>{words.metaHuman.streamPort}</span>
            <PortField
              label={words.metaHuman.streamPort}
              port={metaHuman.streamPort}
              onChange={(streamPort) => set({ streamPort })}
            />
          </div>
        </>
      )}
    </>
  );
}

function State({ view: { status, problem } }: { readonly view: MetaHumanView }) {
  if (problem) return <p className="capture-warning">{`${problem.message} ${problem.remedy ?? ''}`}</p>;
  return <p className="capture-hint">{words.metaHuman.status[status]}</p>;
}

type Phone = CaptureSettings['metaHuman']['phones'][number];

function AddPhone({
  phones,
  onAdd,
}: {
  readonly phones: readonly Phone[];
  readonly onAdd: (phone: Phone) => void;
}) {
  const [text, setText] = useState('');
  const read = readPlace(text);
  const place = read && { address: read.address, port: read.port ?? META_HUMAN_PORT };
  const isNew = !phones.some(({ address, port }) => address === place?.address && port === place.port);
  return (
    <form
      className="capture-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (!place || !isNew) return;
        onAdd(place);
        setText('');
      }}
    >
      <input
        className="capture-field"
        aria-label={words.metaHuman.address}
        placeholder={words.addressExample}
        value={text}
        onChange={(event) => setText(event.target.value.trim())}
      />
      <Button disabled={!place || !isNew}>{words.metaHuman.add}</Button>
    </form>
  );
}
