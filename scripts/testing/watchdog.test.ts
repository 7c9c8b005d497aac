import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { TestModule } from 'vitest/node';
import { Watchdog } from './watchdog.ts';

const SILENCE_MS = 50;

function watch() {
  const stories: string[] = [];
  const watchdog = new Watchdog({ silenceMs: SILENCE_MS, runMs: 60_000 }, (story) => stories.push(story));
  onTestFinished(() => watchdog.stop());
  return { watchdog, stories };
}

const testFile = (name: string) =>
  ({ relativeModuleId: name, children: { allTests: () => [] } }) as unknown as TestModule;

it('tells once of a file that is silent for too long', async () => {
  const { watchdog, stories } = watch();
  watchdog.hear(testFile('silent.test.ts'));
  await expect.poll(() => stories).toHaveLength(1);
  await sleep(3 * SILENCE_MS);
  expect(stories).toEqual([expect.stringContaining('nothing was heard from silent.test.ts')]);
});

it('knows that a file has ended, though news of it come late', async () => {
  const { watchdog, stories } = watch();
  const file = testFile('ended.test.ts');
  watchdog.hear(file);
  watchdog.forget(file);
  watchdog.hear(file);
  await sleep(5 * SILENCE_MS);
  expect(stories).toEqual([]);
});
