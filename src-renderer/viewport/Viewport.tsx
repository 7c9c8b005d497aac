import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { IconButton, SegmentedControl } from '../ui/index.ts';
import { VIEWS, type View } from './stage/orbit.ts';
import { createStageCanvas, type FigureSource, Stage } from './stage/stage.ts';
import { useOrbitControls } from './useOrbitControls.ts';
import './viewport.css';
import { words } from './words.ts';

interface ViewportProps {
  readonly source: FigureSource;
  /** What is shown, for screen readers. */
  readonly label: string;
}

type Graphics = 'working' | 'lost' | 'unsupported';

const FIRST_VIEW: View = 'upper';
const VIEW_OPTIONS = VIEWS.map((value) => ({ value, label: words.views[value] }));

/** A figure that plays what a source gives, fills its parent, and can be looked at from all sides. */
export function Viewport({ source, label }: ViewportProps) {
  const host = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage>(undefined);
  const firstSource = useRef(source);
  const [graphics, setGraphics] = useState<Graphics>('working');
  const [view, setView] = useState<View>(FIRST_VIEW);
  const keys = useId();

  useEffect(() => {
    if (!host.current) return;
    const created = createStage(host.current, firstSource.current, setGraphics);
    stage.current = created;
    return () => {
      stage.current = undefined;
      created?.dispose();
    };
  }, []);
  useEffect(() => {
    firstSource.current = source;
    stage.current?.play(source);
  }, [source]);
  useOrbitControls(host, stage);

  const show = (chosen: View): void => {
    setView(chosen);
    stage.current?.orbit.show(chosen);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) stage.current?.orbit.arrive();
  };

  return (
    <div className="viewport">
      <div
        ref={host}
        className="viewport-canvas"
        data-testid="viewport"
        role="img"
        aria-label={label}
        aria-describedby={keys}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure in the picture is turned by keys
        tabIndex={0}
      />
      <p id={keys} hidden>
        {words.keys}
      </p>
      {graphics !== 'working' && (
        <p className="viewport-message" role="status">
          {words[graphics]}
        </p>
      )}
      {graphics !== 'unsupported' && (
        <div className="viewport-toolbar">
          <SegmentedControl label={words.view} value={view} options={VIEW_OPTIONS} onChange={show} />
          <IconButton label={words.reset} icon={<RotateCcw />} shortcut="0" onClick={() => show(view)} />
        </div>
      )}
    </div>
  );
}

function createStage(
  host: HTMLElement,
  source: FigureSource,
  setGraphics: (graphics: Graphics) => void,
): Stage | undefined {
  const canvas = createStageCanvas();
  setGraphics(canvas ? 'working' : 'unsupported');
  if (!canvas) return undefined;
  return new Stage(host, canvas, source, FIRST_VIEW, {
    onContext: (state) => setGraphics(state === 'lost' ? 'lost' : 'working'),
  });
}
