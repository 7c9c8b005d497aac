import { useMemo, useRef, useState } from 'react';
import { CAPTURE_CHANNELS } from '#shared/capture/index.ts';
import { EmptyState, SearchField, useMeters, useVisibleRows } from '../ui/index.ts';
import { ChannelRow } from './ChannelRow.tsx';
import { barOf, isAngle, textOf } from './channelValues.ts';
import { words } from './words.ts';

/** Height of a row in CSS pixels, as in `calibration.css`. */
const ROW_HEIGHT = 52;
const LONGEST_SEARCH = 64;

/** Every channel with what is sent and what is shown of it, its gain and its dead zone. */
export function ChannelList() {
  const [search, setSearch] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => {
    const wanted = search.toLowerCase().replaceAll(/\s/g, '');
    return CAPTURE_CHANNELS.filter((name) => name.toLowerCase().includes(wanted));
  }, [search]);
  const { first, end } = useVisibleRows(scroller, shown.length, ROW_HEIGHT);
  const list = useMeters(barOf, textOf);
  return (
    <>
      <div className="calibration-search">
        <SearchField label={words.search} value={search} maxLength={LONGEST_SEARCH} onChange={setSearch} />
        <span aria-live="polite">{words.count(shown.length, CAPTURE_CHANNELS.length)}</span>
      </div>
      <div className="calibration-columns" aria-hidden="true">
        <span>{words.columns.values}</span>
        <span>{words.columns.gain}</span>
        <span>{words.columns.deadZone}</span>
      </div>
      <div ref={scroller} className="calibration-channels">
        {shown.length === 0 && <EmptyState title={words.noChannels} hint="" />}
        <ul ref={list} aria-label={words.channels} style={{ height: shown.length * ROW_HEIGHT }}>
          {shown.slice(first, end).map((name, i) => (
            <ChannelRow key={name} name={name} isAngle={isAngle(name)} top={(first + i) * ROW_HEIGHT} />
          ))}
        </ul>
      </div>
    </>
  );
}
