import { ListFilter } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CAPTURE_CHANNELS, type CaptureChannel } from '#shared/capture/index.ts';
import { Checkbox, IconButton, SearchField } from '../../ui/index.ts';
import { toggleChannel, useTakeSelection } from '../selection.ts';
import { CURVE_COLOURS } from '../timeline/look.ts';
import { words } from '../words.ts';
import './channels.css';
import { ChannelName } from './ChannelName.tsx';
import { useLiveValues } from './useLiveValues.ts';

/** All channels with their values at the playhead, to choose whose curves are shown. */
export function ChannelList() {
  const chosen = useTakeSelection((state) => state.channels);
  const [search, setSearch] = useState('');
  const [isOnlyChosen, setOnlyChosen] = useState(false);
  const listed = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return CAPTURE_CHANNELS.filter(
      (channel) => channel.toLowerCase().includes(wanted) && (!isOnlyChosen || chosen.includes(channel)),
    );
  }, [search, isOnlyChosen, chosen]);
  const list = useLiveValues(listed);
  return (
    <div className="take-channels">
      <div className="take-channels-search">
        <SearchField label={words.channels.search} value={search} maxLength={40} onChange={setSearch} />
        <IconButton
          label={words.channels.onlyChosen}
          icon={<ListFilter />}
          pressed={isOnlyChosen}
          onClick={() => setOnlyChosen(!isOnlyChosen)}
        />
      </div>
      {listed.length === 0 && <p className="take-channels-none">{words.channels.none}</p>}
      <ul ref={list} className="take-channels-list" aria-label={words.channels.list}>
        {listed.map((channel) => (
          <Row key={channel} channel={channel} place={chosen.indexOf(channel)} />
        ))}
      </ul>
    </div>
  );
}

/** @param props.place among the chosen ones, -1 for one that is not; it gives the colour */
function Row({ channel, place }: { readonly channel: CaptureChannel; readonly place: number }) {
  return (
    <li>
      <Checkbox label={channel} checked={place >= 0} onChange={() => toggleChannel(channel)}>
        <span
          className="take-swatch"
          data-colour={place < 0 ? undefined : (place % CURVE_COLOURS) + 1}
          data-dashed={place >= CURVE_COLOURS}
        />
        <ChannelName channel={channel} />
        <span className="take-channel-value" data-value={channel} />
      </Checkbox>
    </li>
  );
}
