import { PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { createLandmarkFrame, type LandmarkFrame } from '#shared/body/index.ts';
import { Figure } from '../figure/figure.ts';
import { Floor } from './floor.ts';
import { createLights } from './lights.ts';
import { FIELD_OF_VIEW, Orbit, type View } from './orbit.ts';
import { readThemeColors, watchTheme } from './themeColors.ts';

/** What moves the figure. */
export interface FigureSource {
  /**
   * Fills in the frame to show now. Called once for each picture that could be drawn; it takes no memory.
   * @returns whether anything changed since the last call
   */
  read(into: LandmarkFrame): boolean;
}

/** More pixels than these a CSS pixel cost time and show nothing. */
const MAX_PIXEL_RATIO = 2;
/** A fade or a glide does not leap after a pause. */
const MAX_STEP_SECONDS = 0.1;

/** A canvas with its WebGL 2 context. */
export interface StageCanvas {
  readonly element: HTMLCanvasElement;
  readonly context: WebGL2RenderingContext;
}

/** A canvas to draw into; undefined where the computer has no WebGL 2. */
export function createStageCanvas(): StageCanvas | undefined {
  const element = document.createElement('canvas');
  const context = element.getContext('webgl2', { antialias: true, alpha: false });
  return context ? { element, context } : undefined;
}

interface StageListeners {
  onContext(state: 'lost' | 'restored'): void;
}

/**
 * The scene with the figure, drawn into a canvas that fills its host. It draws only when there is something new to see,
 * and rests while the page is hidden.
 */
export class Stage {
  readonly orbit: Orbit;
  #source: FigureSource;
  readonly #host: HTMLElement;
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.02, 30);
  readonly #figure = new Figure();
  readonly #floor = new Floor();
  readonly #frame = createLandmarkFrame();
  readonly #ending = new AbortController();
  readonly #resizes = new ResizeObserver(() => this.#resize());
  readonly #unwatchTheme: () => void;
  #request = 0;
  #lastTime = 0;
  #isDirty = true;
  #isFading = false;

  constructor(
    host: HTMLElement,
    canvas: StageCanvas,
    source: FigureSource,
    view: View,
    listeners: StageListeners,
  ) {
    const { element, context } = canvas;
    const { onContext } = listeners;
    this.#host = host;
    this.#source = source;
    this.orbit = new Orbit(view);
    this.#renderer = new WebGLRenderer({ canvas: element, context });
    host.append(element);
    this.#scene.add(createLights(), this.#floor.object, this.#figure.object);
    const { signal } = this.#ending;
    element.addEventListener(
      'webglcontextlost',
      (event) => {
        event.preventDefault();
        onContext('lost');
      },
      { signal },
    );
    element.addEventListener(
      'webglcontextrestored',
      () => {
        onContext('restored');
        this.#paint();
      },
      { signal },
    );
    document.addEventListener('visibilitychange', () => this.#watchVisibility(), { signal });
    this.#unwatchTheme = watchTheme(() => this.#paint());
    this.#resizes.observe(host);
    this.#paint();
    this.#resize();
    this.#watchVisibility();
  }

  /** Plays another source from now on. */
  play(source: FigureSource): void {
    this.#source = source;
    this.#isDirty = true;
  }

  dispose(): void {
    cancelAnimationFrame(this.#request);
    this.#ending.abort();
    this.#resizes.disconnect();
    this.#unwatchTheme();
    // The context goes first: what is disposed of after that needs no deleting one by one.
    this.#renderer.forceContextLoss();
    this.#figure.dispose();
    this.#floor.dispose();
    this.#renderer.dispose();
    this.#renderer.domElement.remove();
  }

  #watchVisibility(): void {
    cancelAnimationFrame(this.#request);
    if (document.visibilityState === 'visible') this.#request = requestAnimationFrame(this.#draw);
  }

  #draw = (time: number): void => {
    this.#request = requestAnimationFrame(this.#draw);
    const seconds = Math.min(MAX_STEP_SECONDS, (time - this.#lastTime) / 1000);
    this.#lastTime = time;
    const isNew = this.#source.read(this.#frame);
    const hasPose = isNew || this.#isFading || this.#isDirty;
    if (hasPose) this.#isFading = this.#figure.take(this.#frame, seconds);
    const isGliding = this.orbit.advance(seconds);
    if (!hasPose && !isGliding) return;
    this.#isDirty = false;
    this.#render();
  };

  #render(): void {
    this.orbit.place(this.#camera);
    this.#renderer.render(this.#scene, this.#camera);
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#host;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.#renderer.setPixelRatio(Math.min(MAX_PIXEL_RATIO, devicePixelRatio));
    this.#renderer.setSize(clientWidth, clientHeight);
    this.#camera.aspect = clientWidth / clientHeight;
    this.#camera.updateProjectionMatrix();
    // A canvas is empty after its size has changed, and this is called just before the page is painted.
    this.#render();
  }

  #paint(): void {
    const { background, lines } = readThemeColors(this.#host);
    this.#renderer.setClearColor(background);
    this.#floor.paint(lines);
    this.#isDirty = true;
  }
}
