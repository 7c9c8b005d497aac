import { examine } from '../host/doctor/index.ts';
import { readArguments } from './arguments.ts';
import { print, table } from './output.ts';

const MARKS = { found: 'ok', missing: 'missing', damaged: 'damaged' } as const;

/** `mimesis doctor`: what this computer has, and how to get what it lacks. 1 when the main job cannot run. */
export async function doctor(args: string[]): Promise<number> {
  const { values } = readArguments(args, { json: { type: 'boolean', default: false } });
  const findings = await examine();
  const able = findings.every(({ state, need }) => state === 'found' || need !== 'main job');
  if (values.json) {
    print(JSON.stringify({ able, findings }));
    return able ? 0 : 1;
  }
  print(
    table([
      ['what', 'state', 'version', 'needed for'],
      ...findings.map(({ name, state, detail, need }) => [name, MARKS[state], detail, need]),
    ]),
  );
  const lacking = findings.filter(({ state }) => state !== 'found');
  if (lacking.length > 0) print('\nTo mend:');
  for (const { name, remedy } of lacking) print(`  ${name}: ${remedy ?? 'reinstall Mimesis Studio'}`);
  print(able ? '\nThe main job can run.' : '\nThe main job cannot run.');
  return able ? 0 : 1;
}
