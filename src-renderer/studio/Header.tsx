import { FolderOpen, Keyboard, PanelRight } from 'lucide-react';
import { useJobs } from '../batch/index.ts';
import icon from '../icon.svg';
import { type LinkState, useLink } from '../link/index.ts';
import {
  Badge,
  chooseTheme,
  IconButton,
  Select,
  showProblem,
  type ThemeChoice,
  type Tone,
  useTheme,
} from '../ui/index.ts';
import './header.css';
import { toggleInspector, usePaneSizes } from './paneStore.ts';
import { words } from './words.ts';

const TONES: Readonly<Record<LinkState, Tone>> = {
  connecting: 'neutral',
  connected: 'good',
  reconnecting: 'warning',
};
const THEMES = (Object.keys(words.themes) as ThemeChoice[]).map((value) => ({
  value,
  label: words.themes[value],
}));

/** The top of the window: which workspace is open, whether the host answers, and how the window looks. */
export function Header({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const link = useLink((state) => state.state);
  const theme = useTheme((state) => state.choice);
  const isInspectorOpen = usePaneSizes((sizes) => sizes.isInspectorOpen === true);
  return (
    <header className="studio-header">
      <img src={icon} alt="" width={20} height={20} />
      <h1 className="studio-title">{words.title}</h1>
      <Workspace />
      <Badge tone={TONES[link]}>{words.link[link]}</Badge>
      <Select label={words.theme} value={theme} options={THEMES} onChange={chooseTheme} />
      <IconButton label={words.shortcuts.open} icon={<Keyboard />} shortcut="?" onClick={onShortcuts} />
      <IconButton
        label={words.inspector}
        icon={<PanelRight />}
        pressed={isInspectorOpen}
        onClick={toggleInspector}
      />
    </header>
  );
}

function Workspace() {
  const folder = useJobs((state) => state.workspace?.folder);
  const open = window.mimesis?.openWorkspace;
  return (
    <div className="studio-workspace">
      {folder !== undefined && (
        <p className="studio-folder" title={folder}>
          <span className="ui-visually-hidden">{words.workspace}: </span>
          <bdi>{folder}</bdi>
        </p>
      )}
      {open && (
        <IconButton
          label={words.openWorkspace}
          icon={<FolderOpen />}
          onClick={() => void open().catch(showProblem)}
        />
      )}
    </div>
  );
}
