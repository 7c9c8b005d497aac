import type { CaptureView } from '#shared/contract/index.ts';
import { words } from './words.ts';

/** What a user can look at where something arrives that cannot be read. */
export function strangeHints(sockets: CaptureView['sockets']): string[] {
  const { hints, protocols } = words;
  return sockets.flatMap(({ protocol, port, foreignPackets, malformedPackets }) => [
    ...(foreignPackets > 0 ? [hints.foreign(protocols[protocol], port)] : []),
    ...(malformedPackets > 0 ? [hints.malformed(protocols[protocol], port)] : []),
  ]);
}

/** What a user can look at while nothing that can be read arrives, the likeliest first. */
export function hintsFor({
  sockets,
  settings,
  networks,
}: Pick<CaptureView, 'sockets' | 'settings' | 'networks'>): string[] {
  const { hints, protocols } = words;
  const open = sockets.filter(({ problem }) => problem === null);
  const isLocal = open.every(({ address }) => address === '127.0.0.1');
  const face = open.find(({ protocol }) => protocol === 'live_link_face');
  return [
    ...strangeHints(sockets),
    ...settings.phones.map(({ protocol, address }) => hints.unanswered(protocols[protocol], address)),
    ...(face && !isLocal
      ? [
          hints.target(
            networks.map(({ address }) => address),
            face.port,
          ),
        ]
      : []),
    ...(isLocal ? [hints.local] : [hints.network, hints.firewall(open.map(({ port }) => port))]),
  ];
}
