import { createRequire } from 'node:module';
import { z } from 'zod';

/** Khronos' validator has no types of its own. */
const { validateBytes } = z
  .object({
    validateBytes: z.custom<(bytes: Uint8Array) => Promise<unknown>>((each) => typeof each === 'function'),
  })
  .parse(createRequire(import.meta.url)('gltf-validator'));

const reportSchema = z.object({
  issues: z.object({ messages: z.array(z.object({ severity: z.int(), message: z.string() })) }),
});

/** What Khronos' validator calls errors in a glTF file, in its words. */
export async function gltfErrors(bytes: Uint8Array): Promise<string[]> {
  const { issues } = reportSchema.parse(await validateBytes(bytes));
  return issues.messages.filter(({ severity }) => severity === 0).map(({ message }) => message);
}
