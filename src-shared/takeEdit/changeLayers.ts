import type { EditLayer, TakeEdit } from '../contract/index.ts';

/** Puts a layer on top of the others. */
export function withLayer(edit: TakeEdit, layer: EditLayer): TakeEdit {
  return { ...edit, layers: [...edit.layers, layer] };
}

export function withoutLayer(edit: TakeEdit, id: string): TakeEdit {
  return { ...edit, layers: edit.layers.filter((layer) => layer.id !== id) };
}

/** @param change makes the layer of this id anew */
export function withChangedLayer(
  edit: TakeEdit,
  id: string,
  change: (layer: EditLayer) => EditLayer,
): TakeEdit {
  return { ...edit, layers: edit.layers.map((layer) => (layer.id === id ? change(layer) : layer)) };
}

/** Puts a layer so many places later, or earlier, in the order in which they are applied; no further than the end. */
export function withMovedLayer(edit: TakeEdit, id: string, places: number): TakeEdit {
  const from = edit.layers.findIndex((layer) => layer.id === id);
  const layer = edit.layers[from];
  if (!layer) return edit;
  const others = edit.layers.toSpliced(from, 1);
  const to = Math.min(Math.max(from + places, 0), others.length);
  return to === from ? edit : { ...edit, layers: others.toSpliced(to, 0, layer) };
}
