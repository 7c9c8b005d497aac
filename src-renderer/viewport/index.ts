export type { FigureSource } from './stage/stage.ts';
export { Viewport } from './Viewport.tsx';
