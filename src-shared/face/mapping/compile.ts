import type { MappingPreset } from '../presets/index.ts';
import { unit } from '../unit.ts';

/** A mapping made ready for use frame by frame: a sparse matrix by rows, with limits, and the rules after it. */
export interface CompiledMapping {
  /** The targets that the mapping sets, as positions in the list it was compiled for. */
  readonly driven: Uint16Array;
  /**
   * Writes the driven targets into `out` and leaves the others alone. Allocates nothing.
   * @param input weights in the order of the sources
   * @param out weights in the order of the targets, within their limits
   */
  apply(input: ArrayLike<number>, out: Float32Array): void;
}

interface Row {
  readonly columns: number[];
  readonly weights: number[];
}

/**
 * Compiles a mapping for two lists of names. Names are looked up, never counted on to stand in an order; what the
 * document says of names that are in neither list is not done.
 * @param sources names of the weights that `apply` is given
 * @param targets names of the weights that it writes
 */
export function compileMapping(
  mapping: MappingPreset,
  sources: readonly string[],
  targets: readonly string[],
): CompiledMapping {
  const sourceIndex = new Map(sources.map((name, index) => [name, index]));
  const targetIndex = new Map(targets.map((name, index) => [name, index]));
  const rows = new Map<number, Row>();
  // In the order of the list, so that sums come out the same however the document is ordered.
  for (const [column, source] of sources.entries()) {
    for (const [target, weight] of Object.entries(mapping.controls[source] ?? {})) {
      const row = targetIndex.get(target);
      if (row === undefined) continue;
      const sum = rows.get(row) ?? { columns: [], weights: [] };
      sum.columns.push(column);
      sum.weights.push(weight);
      rows.set(row, sum);
    }
  }
  for (const target of Object.keys(mapping.offsets ?? {})) {
    const row = targetIndex.get(target);
    if (row !== undefined && !rows.has(row)) rows.set(row, { columns: [], weights: [] });
  }
  const ratios = mapping.rules.map((rule) => ({
    numerator: sourceIndex.get(rule.numerator) ?? -1,
    denominator: sourceIndex.get(rule.denominator) ?? -1,
    zeroBelow: rule.zero_below,
    targets: rule.controls.flatMap((name) => targetIndex.get(name) ?? []),
  }));
  const applySums = compileSums(mapping, rows, targets);
  return {
    driven: Uint16Array.from([...rows.keys(), ...ratios.flatMap((ratio) => ratio.targets)]),
    apply(input, out) {
      applySums(input, out);
      for (const { numerator, denominator, zeroBelow, targets: controls } of ratios) {
        const divisor = input[denominator] ?? 0;
        const ratio = divisor < zeroBelow ? 0 : unit((input[numerator] ?? 0) / divisor);
        for (const control of controls) out[control] = ratio;
      }
    },
  };
}

/**
 * Most targets follow one source within 0..1: they are done in a loop of their own, without one over entries inside it.
 */
function compileSums(mapping: MappingPreset, rows: ReadonlyMap<number, Row>, targets: readonly string[]) {
  const isPlain = ([target, { columns }]: readonly [number, Row]): boolean => {
    const name = targets[target] ?? '';
    return (
      columns.length === 1 && mapping.offsets?.[name] === undefined && mapping.limits?.[name] === undefined
    );
  };
  const plain = compilePlain([...rows].filter(isPlain));
  const sums = compileRows(
    mapping,
    [...rows].filter((row) => !isPlain(row)),
    targets,
  );
  return (input: ArrayLike<number>, out: Float32Array): void => {
    plain(input, out);
    sums(input, out);
  };
}

function compilePlain(rows: readonly (readonly [number, Row])[]) {
  const rowTarget = Uint16Array.from(rows, ([target]) => target);
  const columns = Uint16Array.from(rows, ([, row]) => row.columns[0] ?? 0);
  const weights = Float64Array.from(rows, ([, row]) => row.weights[0] ?? 0);
  const matrix = { rowTarget, columns, weights };
  return (input: ArrayLike<number>, out: Float32Array): void => applyPlain(matrix, input, out);
}

interface PlainMatrix {
  readonly rowTarget: Uint16Array;
  readonly columns: Uint16Array;
  readonly weights: Float64Array;
}

// The two loops stand by themselves with their arrays handed in, which engines compile best where there are several rigs.
function applyPlain(matrix: PlainMatrix, input: ArrayLike<number>, out: Float32Array): void {
  const { rowTarget, columns, weights } = matrix;
  for (let row = 0; row < rowTarget.length; row++) {
    const value = (input[columns[row] ?? 0] ?? 0) * (weights[row] ?? 0);
    out[rowTarget[row] ?? 0] = value < 0 ? 0 : value > 1 ? 1 : value;
  }
}

function compileRows(
  mapping: MappingPreset,
  rows: readonly (readonly [number, Row])[],
  targets: readonly string[],
) {
  const rowTarget = Uint16Array.from(rows, ([target]) => target);
  const rowEnd = new Uint16Array(rows.length);
  const columns = Uint16Array.from(rows.flatMap(([, row]) => row.columns));
  const weights = Float64Array.from(rows.flatMap(([, row]) => row.weights));
  const name = (row: number): string => targets[rowTarget[row] ?? 0] ?? '';
  const offsets = Float64Array.from(rows, (_, row) => mapping.offsets?.[name(row)] ?? 0);
  const least = Float64Array.from(rows, (_, row) => mapping.limits?.[name(row)]?.[0] ?? 0);
  const most = Float64Array.from(rows, (_, row) => mapping.limits?.[name(row)]?.[1] ?? 1);
  let end = 0;
  for (const [row, [, { columns: own }]] of rows.entries()) {
    end += own.length;
    rowEnd[row] = end;
  }
  const matrix = { rowTarget, rowEnd, columns, weights, offsets, least, most };
  return (input: ArrayLike<number>, out: Float32Array): void => applyRows(matrix, input, out);
}

interface RowMatrix extends PlainMatrix {
  readonly rowEnd: Uint16Array;
  readonly offsets: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
}

function applyRows(matrix: RowMatrix, input: ArrayLike<number>, out: Float32Array): void {
  const { rowTarget, rowEnd, columns, weights, offsets, least, most } = matrix;
  let entry = 0;
  for (let row = 0; row < rowTarget.length; row++) {
    let sum = offsets[row] ?? 0;
    const stop = rowEnd[row] ?? 0;
    for (; entry < stop; entry++) sum += (input[columns[entry] ?? 0] ?? 0) * (weights[entry] ?? 0);
    const low = least[row] ?? 0;
    const high = most[row] ?? 1;
    out[rowTarget[row] ?? 0] = sum < low ? low : sum > high ? high : sum;
  }
}
