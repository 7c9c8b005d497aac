export { type CurveSource, showEdited } from './curves/curveSource.ts';
export { createTakeSource } from './frames/takeReader.ts';
export { closeTake, openTake } from './openTake.ts';
export { useTakeSelection } from './selection.ts';
export { TakeVideoPane, useHasTakeVideo } from './soundAndVideo/TakeVideoPane.tsx';
export { TakeTransport } from './TakeTransport.tsx';
export { subjectOf, useTake } from './takeStore.ts';
export { isSameTrim, trimOf, trimTake } from './trim.ts';
