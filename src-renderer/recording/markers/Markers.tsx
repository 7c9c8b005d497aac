import { Flag } from 'lucide-react';
import { useEffect } from 'react';
import type { RecordingView } from '#shared/contract/index.ts';
import { Button, Kbd, TextField } from '../../ui/index.ts';
import { words } from '../words.ts';
import { COLOUR_NAMES, MARKER_COLOURS } from './colours.ts';
import './markers.css';
import { MARK_KEY, markByKey, markNow, useNextMarker } from './markerStore.ts';

/** Marks moments of the take that is recorded, by button or key, and lists them, the newest first. */
export function Markers({ recording }: { readonly recording: NonNullable<RecordingView['recording']> }) {
  const { name, colour } = useNextMarker();
  useEffect(markByKey, []);
  return (
    <section className="markers">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void markNow();
        }}
      >
        <TextField
          label={words.markerName}
          placeholder={words.markerName}
          maxLength={200}
          value={name}
          onChange={(next) => useNextMarker.setState({ name: next })}
        />
        <Button>
          <Flag />
          {words.mark}
          <Kbd>{MARK_KEY}</Kbd>
        </Button>
        <fieldset className="markers-colours" aria-label={words.markerColour}>
          {COLOUR_NAMES.map((each) => (
            <input
              key={each}
              type="radio"
              name="marker-colour"
              aria-label={words.colours[each]}
              title={words.colours[each]}
              checked={each === colour}
              style={{ color: MARKER_COLOURS[each] }}
              onChange={() => useNextMarker.setState({ colour: each })}
            />
          ))}
          <span role="status">{words.markers(recording.markerCount)}</span>
        </fieldset>
      </form>
      <ol>
        {recording.markers.toReversed().map((marker) => (
          <li key={marker.timeSeconds}>
            <span className="markers-dot" style={{ background: marker.colour }} />
            <span>{words.duration(marker.timeSeconds)}</span>
            <span className="markers-name">{marker.name || words.unnamed}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
