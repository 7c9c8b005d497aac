import { X } from 'lucide-react';
import { type CaptureSettings, META_HUMAN_PORT, type MetaHumanView } from '#shared/contract/index.ts';
import { Checkbox, IconButton, PortField, problemText } from '../ui/index.ts';
import { configureCapture } from './captureStore.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { isSamePlace, type Place } from './place.ts';
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
              const view = views.find((each) => isSamePlace(each, phone));
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
          <PlaceForm
            label={words.metaHuman.address}
            add={words.metaHuman.add}
            isNew={(place) => !metaHuman.phones.some((each) => isSamePlace(each, phoneAt(place)))}
            onAdd={(place) => set({ phones: [...metaHuman.phones, phoneAt(place)] })}
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
  if (problem) return <p className="capture-warning">{problemText(problem)}</p>;
  return <p className="capture-hint">{words.metaHuman.status[status]}</p>;
}

type Phone = CaptureSettings['metaHuman']['phones'][number];

const phoneAt = ({ address, port = META_HUMAN_PORT }: Place): Phone => ({ address, port });
