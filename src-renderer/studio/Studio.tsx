import { useState } from 'react';
import { AvatarDrops } from '../avatars/index.ts';
import { JobsPanel } from '../batch/index.ts';
import { DevicesPanel } from '../live/index.ts';
import { Transport } from '../player/index.ts';
import { joinPlayer, useEditKeys } from '../takeEdit/index.ts';
import { TakeTransport, useTake } from '../takePlayer/index.ts';
import { UiProvider } from '../ui/index.ts';
import { followOpenedTake } from './followOpenedTake.ts';
import { Header } from './Header.tsx';
import { Notices } from './Notices.tsx';
import { Pane } from './Pane.tsx';
import { usePaneSizes } from './paneStore.ts';
import { focusPane, usePaneKeys } from './panes.ts';
import { directPerformer } from './performanceStore.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { SidePanel } from './SidePanel.tsx';
import { Splitter } from './Splitter.tsx';
import { Stage } from './Stage.tsx';
import './studio.css';
import { openJob, selectJob, useSelection } from './selection.ts';
import { useOneWorkspace } from './useOneWorkspace.ts';
import { words } from './words.ts';

directPerformer();
followOpenedTake();
joinPlayer();

/** The window. */
export function Studio() {
  usePaneKeys();
  useOneWorkspace();
  const [isHelping, setHelping] = useState(false);
  return (
    <UiProvider>
      <div className="studio">
        <Header onShortcuts={() => setHelping(true)} />
        <main className="studio-main">
          <LeftColumn />
          <Splitter pane="left" />
          <div className="studio-centre">
            <Stage />
            <Bottom />
          </div>
          <RightColumn />
        </main>
      </div>
      <AvatarDrops />
      <Notices />
      <ShortcutsDialog open={isHelping} onOpen={() => setHelping(true)} onClose={() => setHelping(false)} />
    </UiProvider>
  );
}

function LeftColumn() {
  const left = usePaneSizes((sizes) => sizes.left);
  const phones = usePaneSizes((sizes) => sizes.phones);
  const selectedId = useSelection((state) => state.jobId);
  return (
    <div className="studio-left" style={{ width: left }}>
      <Pane name="clips" label={words.panes.clips}>
        <JobsPanel
          selectedId={selectedId}
          onSelect={selectJob}
          onOpen={(jobId) => {
            openJob(jobId);
            focusPane('video');
          }}
        />
      </Pane>
      <Splitter pane="phones" />
      <div className="studio-phones" style={{ height: phones }}>
        <Pane name="phones" label={words.panes.phones}>
          <DevicesPanel />
        </Pane>
      </div>
    </div>
  );
}

/** What plays the open take, or else the open clip. */
function Bottom() {
  const isTakeOpen = useTake(({ id }) => id !== undefined);
  if (!isTakeOpen) {
    return (
      <Pane name="transport" label={words.panes.transport}>
        <Transport />
      </Pane>
    );
  }
  return <OpenTake />;
}

function OpenTake() {
  const height = usePaneSizes((sizes) => sizes.take);
  useEditKeys();
  return (
    <>
      <Splitter pane="take" />
      <div className="studio-take" style={{ height }}>
        <Pane name="transport" label={words.panes.transport}>
          <TakeTransport />
        </Pane>
      </div>
    </>
  );
}

function RightColumn() {
  const right = usePaneSizes((sizes) => sizes.right);
  const isInspectorOpen = usePaneSizes((sizes) => sizes.isInspectorOpen);
  if (isInspectorOpen !== true) return null;
  return (
    <>
      <Splitter pane="right" />
      <div className="studio-right" style={{ width: right }}>
        <Pane name="side" label={words.side}>
          <SidePanel />
        </Pane>
      </div>
    </>
  );
}
