import type { CaptureView } from '#shared/contract/index.ts';
import { words } from './words.ts';

/** This computer's addresses, to be typed into the phone. */
export function Networks({ networks }: Pick<CaptureView, 'networks'>) {
  if (networks.length === 0) return <p className="capture-hint">{words.noNetwork}</p>;
  return (
    <>
      <p className="capture-hint">{words.networksHint}</p>
      <ul className="capture-networks">
        {networks.map(({ name, address }) => (
          <li key={`${name} ${address}`}>
            <code>{address}</code>
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
