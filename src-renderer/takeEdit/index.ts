export type { EditSelection, Trim } from './draft.ts';
export { EditsPanel } from './EditsPanel.tsx';
export {
  addLayer,
  closeTakeEdit,
  editOf,
  openTakeEdit,
  selectForEdit,
  trimOf,
  trimTake,
  useTakeEdit,
} from './editStore.ts';
export { editedColumn } from './evaluations.ts';
