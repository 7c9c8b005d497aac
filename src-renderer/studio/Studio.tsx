import { JobTable } from './JobTable.tsx';
import './studio.css';
import { useWorkspace, type WorkspaceState } from './useWorkspace.ts';
import { words } from './words.ts';

export function Studio() {
  const state = useWorkspace();
  return (
    <>
      <header>
        <h1>{words.title}</h1>
        {state.kind === 'ready' && <p className="folder">{state.workspace.folder}</p>}
      </header>
      <main aria-live="polite">
        <Content state={state} />
      </main>
    </>
  );
}

function Content({ state }: { state: WorkspaceState }) {
  if (state.kind === 'loading') return <p>{words.loading}</p>;
  if (state.kind === 'unreachable') return <p role="alert">{words.unreachable}</p>;
  if (state.workspace.jobs.length === 0) return <p>{words.empty}</p>;
  return <JobTable jobs={state.workspace.jobs} />;
}
