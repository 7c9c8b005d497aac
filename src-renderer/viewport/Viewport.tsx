import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { AvatarSource } from '#shared/performance/index.ts';
import { IconButton, SegmentedControl } from '../ui/index.ts';
import type { AvatarCost } from './stage/messages.ts';
import { VIEWS, type View } from './stage/orbit.ts';
import { type AvatarFile, type Graphics, RemoteStage } from './stage/remoteStage.ts';
import { useOrbitControls } from './useOrbitControls.ts';
import './viewport.css';
import { words } from './words.ts';

interface ViewportProps {
  readonly source: AvatarSource;
  /** Nothing but the floor is seen until there is one. */
  readonly avatar: AvatarFile | undefined;
  /** What is shown, for screen readers. */
  readonly label: string;
  readonly onAvatarShown: (cost: AvatarCost) => void;
  readonly onAvatarFailed: (message: string) => void;
  /** A picture has been drawn in `drawMs`; `scriptMs` of it were the drawing worker's own. */
  readonly onDrawn: (scriptMs: number, drawMs: number) => void;
}

const FIRST_VIEW: View = 'hands';
const VIEW_OPTIONS = VIEWS.map((value) => ({ value, label: words.views[value] }));

/** An avatar that plays what a source gives, fills its parent, and can be looked at from all sides. */
export function Viewport(props: ViewportProps) {
  const { source, avatar, label } = props;
  const host = useRef<HTMLDivElement>(null);
  const stage = useRef<RemoteStage>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [graphics, setGraphics] = useState<Graphics>('preparing');
  const [isDressed, setDressed] = useState(false);
  const [view, setView] = useState<View>(FIRST_VIEW);
  const keys = useId();

  useEffect(() => {
    if (!host.current) return;
    const created = new RemoteStage(host.current, latest.current.source, FIRST_VIEW, {
      onGraphics: setGraphics,
      onAvatarShown: (cost) => {
        setDressed(true);
        latest.current.onAvatarShown(cost);
      },
      onAvatarFailed: (message) => latest.current.onAvatarFailed(message),
      onDrawn: (scriptMs, drawMs) => latest.current.onDrawn(scriptMs, drawMs),
    });
    stage.current = created;
    return () => {
      stage.current = undefined;
      created.dispose();
    };
  }, []);
  useEffect(() => stage.current?.play(source), [source]);
  useEffect(() => {
    if (avatar) stage.current?.dress(avatar);
  }, [avatar]);
  useOrbitControls(host, stage);

  const show = (chosen: View): void => {
    setView(chosen);
    stage.current?.move({ kind: 'show', view: chosen });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) stage.current?.move({ kind: 'arrive' });
  };

  const trouble = graphics === 'preparing' || graphics === 'working' ? undefined : graphics;
  return (
    <div className="viewport">
      <div
        ref={host}
        className="viewport-canvas"
        data-testid="viewport"
        role="img"
        aria-label={label}
        aria-busy={graphics === 'preparing' || !isDressed}
        aria-describedby={keys}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the avatar in the picture is turned by keys
        tabIndex={0}
      />
      <p id={keys} hidden>
        {words.keys}
      </p>
      {trouble && (
        <p className="viewport-message" role="status">
          {words[trouble]}
        </p>
      )}
      {(!trouble || trouble === 'lost') && (
        <div className="viewport-toolbar">
          <SegmentedControl label={words.view} value={view} options={VIEW_OPTIONS} onChange={show} />
          <IconButton label={words.reset} icon={<RotateCcw />} shortcut="0" onClick={() => show(view)} />
        </div>
      )}
    </div>
  );
}
