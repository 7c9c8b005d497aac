import { useState } from 'react';
import type { CaptureSettings, CaptureView } from '#shared/contract/index.ts';
import { QrCode } from './QrCode.tsx';
import { words } from './words.ts';

interface NetworksProps extends Pick<CaptureView, 'networks'> {
  readonly settings: CaptureSettings;
}

/**
 * This computer's addresses, to be typed into the phone, and one of them as a QR code with the port of Live Link Face:
 * the phone's camera shows it as text that can be copied.
 */
export function Networks({ networks, settings }: NetworksProps) {
  const [chosen, setChosen] = useState<string>();
  const shown = networks.find(({ address }) => address === chosen) ?? networks[0];
  if (!shown) return <p className="capture-hint">{words.noNetwork}</p>;
  const place = `${shown.address}:${settings.listen.live_link_face.port}`;
  return (
    <>
      <p className="capture-hint">{words.networksHint}</p>
      <fieldset className="capture-networks" aria-label={words.networks}>
        <ul>
          {networks.map((network) => (
            <li key={`${network.name} ${network.address}`}>
              <Address
                network={network}
                isShown={network === shown}
                onShow={setChosen}
                isAlone={networks.length === 1}
              />
              <span>{network.name}</span>
            </li>
          ))}
        </ul>
        <QrCode text={place} label={words.qrCode(place)} />
      </fieldset>
      <p className="capture-hint">{words.qrHint(place)}</p>
    </>
  );
}

interface AddressProps {
  readonly network: CaptureView['networks'][number];
  readonly isShown: boolean;
  readonly isAlone: boolean;
  readonly onShow: (address: string) => void;
}

/** Where there are several, the one in the code is chosen. */
function Address({ network: { address }, isShown, isAlone, onShow }: AddressProps) {
  if (isAlone) return <code>{address}</code>;
  return (
    <label className="capture-address">
      <input type="radio" name="capture-address" checked={isShown} onChange={() => onShow(address)} />
      <code>{address}</code>
    </label>
  );
}
