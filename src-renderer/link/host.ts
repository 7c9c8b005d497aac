import { create } from 'zustand';
import type {
  HostEvent,
  RequestName,
  RequestParameters,
  RequestResult,
  Upload,
} from '#shared/contract/index.ts';
import { LinkClient, type LinkState } from './linkClient.ts';
import { locateHost } from './shell.ts';

/** The studio's one connection to the host, shared by its features. */

type Listeners<Value> = Set<(value: Value) => void>;

const freshListeners: Listeners<void> = new Set();
const eventListeners: Listeners<HostEvent> = new Set();
const frameListeners: Listeners<ArrayBuffer> = new Set();

/** State of the connection. */
export const useLink = create<{ readonly state: LinkState }>(() => ({ state: 'connecting' }));

const link = new LinkClient(locateHost, {
  onState: (state) => useLink.setState({ state }),
  onFresh: () => tell(freshListeners, undefined),
  onEvent: (event) => tell(eventListeners, event),
  onFrame: (frame) => tell(frameListeners, frame),
});

/** Asks the host. Rejects with the host's own `MimesisError`, or with `host_unreachable` while there is no connection. */
export function ask<Name extends RequestName>(
  name: Name,
  parameters: RequestParameters<Name>,
): Promise<RequestResult<Name>> {
  return link.request(name, parameters);
}

/**
 * Calls back when the host is reached and what is known of it may be outdated: at the start and after a break. Read
 * everything anew then; until the next call, events tell every change. Returns how to stop.
 */
export function onFresh(listener: () => void): () => void {
  if (useLink.getState().state === 'connected') listener();
  return add(freshListeners, listener);
}

/** Calls back with each event of the host. Returns how to stop. */
export function onHostEvent(listener: (event: HostEvent) => void): () => void {
  return add(eventListeners, listener);
}

/** Calls back with each live frame, in the task in which it arrives. Returns how to stop. */
export function onLiveFrame(listener: (frame: ArrayBuffer) => void): () => void {
  return add(frameListeners, listener);
}

/**
 * Sends a binary message to the host: what must not be lost.
 * @returns false where it was not sent, since there is no connection
 */
export function upload(message: Upload): boolean {
  return link.upload(message);
}

/** Sends a live frame to the host, or leaves it out where the host is behind or away: the next one is newer. */
export function uploadFrame(message: Upload): void {
  if (!link.isBusy) link.upload(message);
}

/** Address of something that the host serves, from a path that the host named, such as `/media/…`. */
export async function hostUrl(path: string): Promise<string> {
  const { address } = await locateHost();
  return `http://${address}${path}`;
}

function add<Value>(listeners: Listeners<Value>, listener: (value: Value) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell<Value>(listeners: Listeners<Value>, value: Value): void {
  for (const listener of listeners) listener(value);
}
