import type { CaptureChannel } from '#shared/capture/index.ts';

/** Begins with the last but one of the words of which a name is made: by these, channels of one part are told apart. */
const END = /([A-Z][a-z]*){2}$/;

/** A channel's name: where there is no room for all of it, it is cut before its end. */
export function ChannelName({ channel }: { readonly channel: CaptureChannel }) {
  const at = Math.max(0, channel.search(END));
  return (
    <span className="take-channel-name" title={channel}>
      <span>{channel.slice(0, at)}</span>
      <span>{channel.slice(at)}</span>
    </span>
  );
}
