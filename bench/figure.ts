import { cpus, totalmem } from 'node:os';

/** One measured number. `target` reads as a condition on the value; without one the figure is only reported. */
export interface Figure {
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

export interface Benchmark {
  readonly name: string;
  /** Throws what keeps it from being measured, in plain words. */
  run(): Promise<Figure[]>;
}

function isMet({ value, target }: Figure): boolean | null {
  if (!target) return null;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

function targetText({ target }: Figure): string | null {
  if (!target) return null;
  return 'atMost' in target ? `<= ${target.atMost}` : `>= ${target.atLeast}`;
}

/** A benchmark's result as it is printed and written. */
export function report(bench: string, figures: readonly Figure[]) {
  const processors = cpus();
  return {
    bench,
    machine: {
      processor: processors[0]?.model ?? 'unknown',
      cores: processors.length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      platform: `${process.platform} ${process.arch}`,
      node: process.versions.node,
    },
    figures: figures.map((figure) => ({
      key: figure.key,
      value: Math.round(figure.value * 1000) / 1000,
      unit: figure.unit,
      target: targetText(figure),
      met: isMet(figure),
    })),
  };
}
