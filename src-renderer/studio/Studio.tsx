import { CapturePanel } from './CapturePanel.tsx';
import { JobTable } from './JobTable.tsx';
import './studio.css';
import { useDrop } from './useDrop.ts';
import { words } from './words.ts';
import { useWorkspace } from './workspaceStore.ts';

export function Studio() {
  const { link, problem, workspace } = useWorkspace();
  const isHovering = useDrop();
  return (
    <>
      {isHovering && <p className="drop-hint">{words.drop}</p>}
      <header>
        <h1>{words.title}</h1>
        {workspace && <p className="folder">{workspace.folder}</p>}
      </header>
      {link === 'reconnecting' && (
        <p role="alert" className="banner">
          {words.reconnecting}
        </p>
      )}
      {problem !== undefined && (
        <p role="alert" className="banner">
          {problem}
        </p>
      )}
      <main>
        <CapturePanel />
        <Jobs />
      </main>
    </>
  );
}

function Jobs() {
  const workspace = useWorkspace((state) => state.workspace);
  const progress = useWorkspace((state) => state.progress);
  if (!workspace) return <p>{words.loading}</p>;
  if (workspace.jobs.length === 0) return <p>{words.empty}</p>;
  return <JobTable jobs={workspace.jobs} progress={progress} />;
}
