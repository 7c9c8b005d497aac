import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { LandmarkSource } from '#shared/body/index.ts';
import { IconButton, SegmentedControl } from '../ui/index.ts';
import { VIEWS, type View } from './stage/orbit.ts';
import { type Graphics, RemoteStage } from './stage/remoteStage.ts';
import { useOrbitControls } from './useOrbitControls.ts';
import './viewport.css';
import { words } from './words.ts';

interface ViewportProps {
  readonly source: LandmarkSource;
  /** What is shown, for screen readers. */
  readonly label: string;
}

const FIRST_VIEW: View = 'upper';
const VIEW_OPTIONS = VIEWS.map((value) => ({ value, label: words.views[value] }));

/** A figure that plays what a source gives, fills its parent, and can be looked at from all sides. */
export function Viewport({ source, label }: ViewportProps) {
  const host = useRef<HTMLDivElement>(null);
  const stage = useRef<RemoteStage>(undefined);
  const firstSource = useRef(source);
  const [graphics, setGraphics] = useState<Graphics>('preparing');
  const [view, setView] = useState<View>(FIRST_VIEW);
  const keys = useId();

  useEffect(() => {
    if (!host.current) return;
    const created = new RemoteStage(host.current, firstSource.current, FIRST_VIEW, setGraphics);
    stage.current = created;
    return () => {
      stage.current = undefined;
      created.dispose();
    };
  }, []);
  useEffect(() => {
    firstSource.current = source;
    stage.current?.play(source);
  }, [source]);
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
        aria-busy={graphics === 'preparing'}
        aria-describedby={keys}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure in the picture is turned by keys
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
