import { z } from 'zod';

/**
 * A subject that the phone offers: its id, which begins each of its packets, its name, and the names of its controls in
 * the order of the packets' values. Keys as in the phone's own messages.
 */
export const metaHumanSubjectSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  animationMetadata: z.object({
    /** `arkit` or `mha` in the apps known; others may come. */
    type: z.string(),
    version: z.number(),
    controls: z.array(z.string()).max(0xffff),
  }),
});
export type MetaHumanSubject = z.infer<typeof metaHumanSubjectSchema>;
