import type { ReactNode } from 'react';
import { Smoothing } from '../face/index.ts';
import { Arming, SetupFields } from '../recording/index.ts';
import { Destinations } from '../sending/index.ts';
import { Section, Spinner } from '../ui/index.ts';
import { AskedPhones } from './AskedPhones.tsx';
import { useCapture } from './captureStore.ts';
import { Delay } from './Delay.tsx';
import './capturePanel.css';
import { MetaHumanPhones } from './MetaHumanPhones.tsx';
import { Networks } from './Networks.tsx';
import { Protocols } from './Protocols.tsx';
import { RemotePhones } from './RemotePhones.tsx';
import { words } from './words.ts';

/**
 * Sets capture up: where phones send to, what is listened to, and how.
 * @param children sections for what does not come over the network
 */
export function CapturePanel({ children }: { readonly children: ReactNode }) {
  const capture = useCapture((state) => state.capture);
  if (!capture) return <Spinner label={words.setup} />;
  const { settings, networks, sockets, metaHuman } = capture;
  return (
    <div className="capture-panel">
      {children}
      <Section title={words.thisComputer}>
        <Networks networks={networks} settings={settings} />
      </Section>
      <Section title={words.recording}>
        <SetupFields />
      </Section>
      <Section title={words.armed}>
        <Arming subjects={capture.subjects} />
      </Section>
      <Section title={words.listenTo}>
        <Protocols settings={settings} sockets={sockets} />
      </Section>
      <Section title={words.asked}>
        <AskedPhones settings={settings} sockets={sockets} />
      </Section>
      <Section title={words.remote.setup} folded={settings.remotes.length === 0}>
        <RemotePhones settings={settings} />
      </Section>
      <Section title={words.metaHuman.setup} folded={!settings.metaHuman.isOn}>
        <MetaHumanPhones settings={settings} views={metaHuman} />
      </Section>
      <Section title={words.timing}>
        <Delay settings={settings} />
      </Section>
      <Section title={words.smoothing}>
        <Smoothing />
        <p className="capture-hint">{words.smoothingHint}</p>
      </Section>
      <Section title={words.sendOn}>
        <Destinations />
      </Section>
    </div>
  );
}
