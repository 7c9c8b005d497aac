import { useEffect, useState } from 'react';
import { type WorkspaceView, workspaceViewSchema } from '#shared/contract/index.ts';

export type WorkspaceState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly workspace: WorkspaceView }
  | { readonly kind: 'unreachable' };

const REFRESH_MS = 1000;

/** The launch's token travels in the address's fragment, which browsers do not send. */
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';

async function fetchWorkspace(signal: AbortSignal): Promise<WorkspaceState> {
  try {
    const response = await fetch('/api/v1/workspace', {
      headers: { authorization: `Bearer ${token}` },
      signal,
    });
    if (!response.ok) return { kind: 'unreachable' };
    return { kind: 'ready', workspace: workspaceViewSchema.parse(await response.json()) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** The workspace as the host sees it, read once a second. */
export function useWorkspace(): WorkspaceState {
  const [state, setState] = useState<WorkspaceState>({ kind: 'loading' });
  useEffect(() => {
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = async (): Promise<void> => {
      const next = await fetchWorkspace(ended.signal);
      if (ended.signal.aborted) return;
      setState(next);
      timer = setTimeout(() => void refresh(), REFRESH_MS);
    };
    void refresh();
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, []);
  return state;
}
