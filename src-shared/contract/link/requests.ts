import { z } from 'zod';
import {
  avatarChangeSchema,
  avatarIdSchema,
  avatarListSchema,
  avatarNameSchema,
  openedAvatarSchema,
  preferencesSchema,
} from '../avatar.ts';
import { captureSettingsSchema, captureViewSchema } from '../capture.ts';
import { clipViewSchema } from '../clip.ts';
import {
  presetChoiceSchema,
  presetListSchema,
  presetQuerySchema,
  presetTextSchema,
  presetToSaveSchema,
  presetViewSchema,
} from '../presets.ts';
import { takeEditSchema } from '../takeEdit.ts';
import {
  openedTakeSchema,
  recordingViewSchema,
  takeChangesSchema,
  takePageSchema,
  takeQuerySchema,
  takeSlateSchema,
  takeViewSchema,
} from '../takes.ts';
import { jobPageSchema, jobQuerySchema, workspaceViewSchema } from '../workspace.ts';

const nothing = z.object({});
const job = z.object({ jobId: z.uuid() });
const take = z.object({ id: z.uuid() });

/** What the studio may ask of the host: per request the shape of its parameters and of its answer. */
export const requestSchemas = {
  'workspace.read': { parameters: nothing, result: workspaceViewSchema },
  'jobs.page': { parameters: jobQuerySchema, result: jobPageSchema },
  'clip.open': { parameters: job, result: clipViewSchema },
  /** Makes a copy of the clip's video that every browser plays, or finds the one made before. May take minutes. */
  'clip.proxy': {
    parameters: job,
    result: z.object({ path: z.string(), firstFrameSeconds: z.number() }),
  },
  /** Adds a manifest, folder or video and tracks what it names. */
  'batch.start': { parameters: z.object({ input: z.string().min(1).max(4096) }), result: nothing },
  /** Tracks what waits, and tries again what has failed or was missing. */
  'batch.resume': { parameters: nothing, result: nothing },
  'batch.stop': { parameters: nothing, result: nothing },
  'capture.read': { parameters: nothing, result: captureViewSchema },
  /** Opens sockets to the local network. */
  'capture.arm': { parameters: nothing, result: captureViewSchema },
  'capture.disarm': { parameters: nothing, result: captureViewSchema },
  /** Keeps these settings for every workspace, and follows them at once. */
  'capture.configure': { parameters: captureSettingsSchema, result: captureViewSchema },
  'recording.read': { parameters: nothing, result: recordingViewSchema },
  /** Records whoever is heard from now on, while capture is armed. */
  'recording.start': { parameters: takeSlateSchema, result: recordingViewSchema },
  'recording.stop': { parameters: nothing, result: recordingViewSchema },
  'takes.page': { parameters: takeQuerySchema, result: takePageSchema },
  /** Not for the take that is being recorded. */
  'take.open': { parameters: take, result: openedTakeSchema },
  'take.change': { parameters: take.extend({ changes: takeChangesSchema }), result: takeViewSchema },
  /** Puts a take into the trash, from where `take.restore` brings it back. */
  'take.trash': { parameters: take, result: takeViewSchema },
  'take.restore': { parameters: take, result: takeViewSchema },
  /** Throws for an edit that is damaged, or of a newer version; the recording is sound all the same. */
  'take.edit.read': { parameters: take, result: z.object({ edit: takeEditSchema }) },
  /** Replaces the take's edit. One that could not be read is kept beside it. */
  'take.edit.write': { parameters: take.extend({ edit: takeEditSchema }), result: nothing },
  'avatars.list': { parameters: nothing, result: avatarListSchema },
  'avatar.open': { parameters: z.object({ id: avatarIdSchema }), result: openedAvatarSchema },
  /** Copies a GLB of this computer into the library. */
  'avatar.import': {
    parameters: z.object({ path: z.string().min(1).max(4096), name: avatarNameSchema.optional() }),
    result: openedAvatarSchema,
  },
  'avatar.configure': { parameters: avatarChangeSchema, result: openedAvatarSchema },
  'avatar.remove': { parameters: z.object({ id: z.uuid() }), result: nothing },
  'presets.list': { parameters: presetQuerySchema, result: presetListSchema },
  'presets.save': { parameters: presetToSaveSchema, result: presetViewSchema },
  'presets.duplicate': { parameters: presetChoiceSchema, result: presetViewSchema },
  'presets.remove': { parameters: z.object({ id: z.uuid() }), result: nothing },
  'presets.import': { parameters: presetTextSchema, result: presetViewSchema },
  'presets.export': { parameters: presetChoiceSchema, result: presetTextSchema },
  'preferences.read': { parameters: nothing, result: preferencesSchema },
  /** What is left out stays. */
  'preferences.write': { parameters: preferencesSchema.partial(), result: preferencesSchema },
} as const;

export type RequestName = keyof typeof requestSchemas;
export type RequestParameters<Name extends RequestName> = z.infer<
  (typeof requestSchemas)[Name]['parameters']
>;
export type RequestResult<Name extends RequestName> = z.infer<(typeof requestSchemas)[Name]['result']>;

export const requestNameSchema = z.enum(Object.keys(requestSchemas) as [RequestName, ...RequestName[]]);
