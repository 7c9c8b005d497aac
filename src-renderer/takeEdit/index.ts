export { EditsPanel } from './EditsPanel.tsx';
export {
  addLayer,
  closeTakeEdit,
  editOf,
  openTakeEdit,
  selectForEdit,
  useTakeEdit,
} from './editStore.ts';
export { editedColumn } from './evaluations.ts';
export type { EditSelection } from './newLayers.ts';
