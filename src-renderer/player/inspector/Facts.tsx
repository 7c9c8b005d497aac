import { words } from '../words.ts';

/** Names with their values; null where a value is not known. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: string | null])[];
}) {
  return (
    <dl className="player-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd title={value ?? undefined}>{value ?? words.inspector.unknown}</dd>
        </div>
      ))}
    </dl>
  );
}
