import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { batch } from './batch.ts';
import { edit } from './edit.ts';
import { type Benchmark, report } from './figure.ts';
import { live } from './live.ts';
import { rig } from './rig.ts';
import { shell } from './shell.ts';

const benchmarks: readonly Benchmark[] = [batch, edit, live, rig, shell];

/** `npm run bench -- NAME [--json FILE]`. Exit code 1 where a target is missed, 2 for wrong usage. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'string' } },
    allowPositionals: true,
  });
  const benchmark = benchmarks.find(({ name }) => name === positionals[0]);
  if (!benchmark) {
    process.stderr.write(
      `Usage: npm run bench -- NAME [--json FILE]\nNAME: ${benchmarks.map(({ name }) => name)}\n`,
    );
    return 2;
  }
  const result = report(benchmark.name, await benchmark.run());
  const text = JSON.stringify(result, null, 2);
  process.stdout.write(`${text}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${text}\n`);
  return result.figures.some(({ met }) => met === false) ? 1 : 0;
}

process.exitCode = await main();
