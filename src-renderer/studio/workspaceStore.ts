import { create } from 'zustand';
import {
  type CaptureView,
  type HostEvent,
  type JobView,
  toErrorInfo,
  type WorkspaceView,
} from '#shared/contract/index.ts';
import { LinkClient, type LinkState } from '../link/index.ts';
import { takeFace } from './liveFaces.ts';
import { locateHost } from './shell.ts';

/** Frames of a job that are tracked so far; `announced` is what the container promises. */
export interface JobProgress {
  readonly done: number;
  readonly announced: number | null;
}

interface WorkspaceStore {
  readonly link: LinkState;
  readonly workspace: WorkspaceView | undefined;
  readonly progress: Readonly<Record<string, JobProgress>>;
  readonly capture: CaptureView | undefined;
  /** What the last action failed with, in plain words. */
  readonly problem: string | undefined;
}

/** What the studio knows of the host and its workspace. */
export const useWorkspace = create<WorkspaceStore>(() => ({
  link: 'connecting',
  workspace: undefined,
  progress: {},
  capture: undefined,
  problem: undefined,
}));

const link = new LinkClient(locateHost, {
  onState: (state) => useWorkspace.setState({ link: state }),
  onFresh: () => void readWorkspace(),
  onEvent: applyEvent,
  onFrame: takeFace,
});

/** Adds a manifest, folder or video, by its path on this computer, and tracks it. */
export function trackPath(input: string): Promise<void> {
  return act(() => link.request('batch.start', { input }));
}

/** Opens the socket for phones, or closes it. */
export function armCapture(isArmed: boolean): Promise<void> {
  return act(() => link.request(isArmed ? 'capture.arm' : 'capture.disarm', {}));
}

/** Does something, and shows what it failed with. */
async function act(action: () => Promise<unknown>): Promise<void> {
  useWorkspace.setState({ problem: undefined });
  try {
    await action();
  } catch (error) {
    const { message, remedy = '' } = toErrorInfo(error);
    useWorkspace.setState({ problem: `${message} ${remedy}`.trimEnd() });
  }
}

async function readWorkspace(): Promise<void> {
  try {
    const workspace = await link.request('workspace.read', {});
    useWorkspace.setState({ workspace, capture: await link.request('capture.read', {}), progress: {} });
  } catch (error) {
    useWorkspace.setState({ problem: toErrorInfo(error).message });
  }
}

function applyEvent(event: HostEvent): void {
  switch (event.event) {
    case 'workspace_changed':
      void readWorkspace();
      break;
    case 'job_progress': {
      const { jobId, done, announced } = event;
      useWorkspace.setState(({ progress }) => ({ progress: { ...progress, [jobId]: { done, announced } } }));
      break;
    }
    case 'job_changed':
      useWorkspace.setState(({ workspace }) =>
        workspace ? { workspace: withJob(workspace, event.job) } : {},
      );
      break;
    case 'capture_changed':
      useWorkspace.setState({ capture: event.capture });
      break;
    case 'batch_ended':
      useWorkspace.setState({ problem: event.error?.message });
  }
}

/** The workspace with one job replaced or added, and its counts adjusted. */
function withJob(workspace: WorkspaceView, job: JobView): WorkspaceView {
  const before = workspace.jobs.find(({ id }) => id === job.id);
  const counts = { ...workspace.counts };
  if (before) counts[before.status]--;
  counts[job.status]++;
  const jobs = before
    ? workspace.jobs.map((each) => (each.id === job.id ? job : each))
    : [...workspace.jobs, job];
  return { ...workspace, counts, jobs };
}
