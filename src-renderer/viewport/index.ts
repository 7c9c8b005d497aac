export type { FigureSource } from './figureSource.ts';
export { Viewport } from './Viewport.tsx';
