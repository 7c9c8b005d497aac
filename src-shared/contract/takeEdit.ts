import { z } from 'zod';

/** More than a face has. */
const MAX_CHANNELS = 64;
/** So many layers of a whole face fit into one message to the host. */
export const MAX_EDIT_LAYERS = 40;

/** Where a layer works, and how it fades in and out there so that no step shows. */
const rangeSchema = z
  .looseObject({
    /** On the take's clock. */
    fromSeconds: z.number().min(0),
    toSeconds: z.number(),
    /** How long the layer takes to come in behind the beginning, and to go before the end. */
    edgeSeconds: z.number().min(0).max(10),
  })
  .refine(({ fromSeconds, toSeconds }) => fromSeconds < toSeconds, 'a range begins before it ends');

/** Objects are loose, so that what a newer version noted beside what is known here is kept. */
const layer = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.looseObject({
    id: z.string().min(1).max(64),
    isOn: z.boolean(),
    /** Number of the subject in the take. */
    subject: z.int().min(0).max(0xffff),
    /** By the names of `CAPTURE_CHANNELS`. */
    channels: z.array(z.string().min(1).max(40)).min(1).max(MAX_CHANNELS),
    /** Null for the whole take. */
    range: rangeSchema.nullable(),
    /** How much of the change is taken. */
    strength: z.number().min(0).max(1),
    kind: z.literal(kind),
    ...shape,
  });

/** One change of some channels in some time. Values are in the channels' units: weights, or radians. */
export const editLayerSchema = z.discriminatedUnion('kind', [
  /** `widthSeconds`: how far around a frame is looked, before and behind it together. */
  layer('smooth', { widthSeconds: z.number().min(0.01).max(2) }),
  /** `cutoffHz`: the frequency of which 1/√2 is left. */
  layer('lowPass', { cutoffHz: z.number().min(0.1).max(60) }),
  /** `widthSeconds`: how far around a frame is looked to tell whether it is a spike. */
  layer('despike', { widthSeconds: z.number().min(0.02).max(0.3) }),
  layer('offset', { amount: z.number().min(-10).max(10) }),
  /** `pivot`: the value that stays. */
  layer('scale', { factor: z.number().min(-10).max(10), pivot: z.number().min(-10).max(10) }),
  /** `tolerance`: how far the curve through the keys may be from any frame. */
  layer('keys', { tolerance: z.number().min(0).max(1) }),
  layer('blinks', {
    /** What a shut lid is. */
    closedWeight: z.number().min(0.1).max(1),
    /** Blinks that go so much of the way from where the lids are to shut are shut; lesser ones are taken out. */
    closeFrom: z.number().min(0.05).max(1),
    /** Lids that are down for longer do not blink. */
    longestSeconds: z.number().min(0.1).max(2),
  }),
]);
export type EditLayer = z.infer<typeof editLayerSchema>;
export type EditLayerKind = EditLayer['kind'];
export type EditRange = NonNullable<EditLayer['range']>;

/** What is changed of a recorded take: layers, each on top of the one before. The recording stays as it is. */
export const takeEditSchema = z.looseObject({
  version: z.literal(1),
  layers: z
    .array(editLayerSchema)
    .max(MAX_EDIT_LAYERS)
    .refine((layers) => new Set(layers.map(({ id }) => id)).size === layers.length, 'ids are unique'),
});
export type TakeEdit = z.infer<typeof takeEditSchema>;

/** Tells an edit from those before it; '' where there is none, or none that can be read. */
export const editRevisionSchema = z.string().max(64);

/** An edit as it is kept. */
export const keptEditSchema = z.object({ edit: takeEditSchema, revision: editRevisionSchema });
export type KeptEdit = Readonly<z.infer<typeof keptEditSchema>>;

/** A take as it was recorded. */
export const NO_EDIT: TakeEdit = { version: 1, layers: [] };
