import { z } from 'zod';

const number = z.number().nullable();

/**
 * What is true in a sample clip. `blendshapes` and `joints` give the order of each frame's numbers: `face` one a
 * coefficient; `rotations` x, y, z, w a joint, to its parent, from the canonical rest; `places` x and y a joint, as fractions
 * of the picture; `inPicture` the share of each hand's joints that is in the picture. Null: the avatar has no such joint.
 */
export const truthSchema = z.object({
  format: z.literal('mimesis-sample-truth'),
  version: z.literal(1),
  clip: z.string(),
  fps: z.number(),
  width: z.int(),
  height: z.int(),
  blendshapes: z.array(z.string()),
  joints: z.array(z.string()),
  frames: z.array(
    z.object({
      t: z.number(),
      face: z.array(z.number()),
      rotations: z.array(z.number()),
      places: z.array(number),
      inPicture: z.object({ left: z.number(), right: z.number() }),
    }),
  ),
});
export type Truth = z.infer<typeof truthSchema>;
