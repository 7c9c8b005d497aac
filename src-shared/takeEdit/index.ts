export { applyEdit } from './applyEdit.ts';
export { withChangedLayer, withLayer, withMovedLayer, withoutLayer } from './changeLayers.ts';
export { isWeight } from './channels.ts';
export { createLayer, LAYER_KINDS } from './createLayer.ts';
export type { LayerFigures } from './evaluateLayer.ts';
export { EditEvaluation } from './evaluation.ts';
