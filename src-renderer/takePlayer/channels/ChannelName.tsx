import type { CaptureChannel } from '#shared/capture/index.ts';
import { nameParts } from './nameParts.ts';

/** A channel's name: where there is no room for all of it, it is cut before its end. */
export function ChannelName({ channel }: { readonly channel: CaptureChannel }) {
  const [start, end] = nameParts(channel);
  return (
    <span className="take-channel-name" title={channel}>
      <span>{start}</span>
      <span>{end}</span>
    </span>
  );
}
