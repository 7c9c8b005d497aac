/** Bytes of a component by its type's code, and components of an element (glTF 2.0, section 3.6.2). */
const COMPONENT_BYTES: ReadonlyMap<number, number> = new Map([
  [5120, 1],
  [5121, 1],
  [5122, 2],
  [5123, 2],
  [5125, 4],
  [5126, 4],
]);
const COMPONENTS: ReadonlyMap<string, number> = new Map([
  ['SCALAR', 1],
  ['VEC2', 2],
  ['VEC3', 3],
  ['VEC4', 4],
  ['MAT2', 4],
  ['MAT3', 9],
  ['MAT4', 16],
]);

interface ElementKind {
  readonly componentType: number;
  readonly type: string;
}

/** Bytes of an accessor's element, packed; undefined for a kind that glTF does not have. */
export function elementBytes({ componentType, type }: ElementKind): number | undefined {
  const [bytes, components] = [COMPONENT_BYTES.get(componentType), COMPONENTS.get(type)];
  return bytes === undefined || components === undefined ? undefined : bytes * components;
}

/** Bytes of an accessor's elements, packed; 0 where there is none, or of no known kind. */
export function accessorBytes(accessor: (ElementKind & { readonly count: number }) | undefined): number {
  return accessor ? accessor.count * (elementBytes(accessor) ?? 0) : 0;
}
