import { z } from 'zod';
import {
  avatarChangeSchema,
  avatarIdSchema,
  avatarListSchema,
  avatarNameSchema,
  openedAvatarSchema,
  preferencesSchema,
} from '../avatar.ts';
import { calibrationSchema, neutralPoseSchema } from '../calibration.ts';
import { cameraNameSchema, openedCameraSchema } from '../camera.ts';
import { captureSettingsSchema, captureViewSchema, subjectViewSchema } from '../capture.ts';
import { clipViewSchema } from '../clip.ts';
import {
  presetChoiceSchema,
  presetListSchema,
  presetQuerySchema,
  presetTextSchema,
  presetToSaveSchema,
  presetViewSchema,
} from '../presets.ts';
import {
  markSchema,
  mediumStreamSchema,
  recordingStartSchema,
  recordingViewSchema,
  soundFormatSchema,
  videoFormatSchema,
} from '../recording.ts';
import { sendingSettingsSchema, sendingViewSchema } from '../sending.ts';
import { editRevisionSchema, keptEditSchema } from '../takeEdit.ts';
import {
  openedTakeSchema,
  takeChangesSchema,
  takeDetailsSchema,
  takeExportResultSchema,
  takeExportSchema,
  takeImportResultSchema,
  takeImportSchema,
  takePageSchema,
  takeQuerySchema,
  takeTagsSchema,
  takeThumbnailSchema,
  takeViewSchema,
} from '../takes.ts';
import { jobPageSchema, jobQuerySchema, workspaceViewSchema } from '../workspace.ts';

const nothing = z.object({});
const job = z.object({ jobId: z.uuid() });
const take = z.object({ id: z.uuid() });
const subject = z.object({ subjectId: subjectViewSchema.shape.id });

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
  /** A camera of the studio begins: its frames are a subject's from now on, while capture is armed. */
  'camera.open': { parameters: z.object({ name: cameraNameSchema }), result: openedCameraSchema },
  'camera.close': { parameters: openedCameraSchema.pick({ stream: true }), result: nothing },
  /** The host's clock, by which arrivals are timed, in seconds. */
  'clock.read': { parameters: nothing, result: z.object({ hostSeconds: z.number() }) },
  'sending.read': { parameters: nothing, result: sendingViewSchema },
  /** Keeps these destinations for every workspace, and follows them at once. */
  'sending.configure': { parameters: sendingSettingsSchema, result: sendingViewSchema },
  'calibration.read': { parameters: subject, result: calibrationSchema },
  /** Keeps how a subject is calibrated, in every workspace, and follows at once. */
  'calibration.write': { parameters: subject.extend({ calibration: calibrationSchema }), result: nothing },
  /** The neutral pose of a subject, who looks straight ahead for the second to come. Fails with `not_measured`. */
  'calibration.measure_neutral': { parameters: subject, result: neutralPoseSchema },
  /** How far each channel of a subject goes, raw, in the three seconds to come. Fails with `not_measured`. */
  'calibration.measure_reach': { parameters: subject, result: z.record(z.string(), z.number()) },
  /** Sends a subject's raw faces as live messages for the three seconds to come. */
  'calibration.watch': { parameters: subject, result: nothing },
  'recording.read': { parameters: nothing, result: recordingViewSchema },
  /** Records whoever is heard from now on, while capture is armed. */
  'recording.start': { parameters: recordingStartSchema, result: recordingViewSchema },
  /** Marks the moment at which this arrives. */
  'recording.mark': { parameters: markSchema, result: recordingViewSchema },
  /** Announces sound for the take that is recorded; its pieces are uploads of the kind `audio`. */
  'recording.sound': { parameters: soundFormatSchema, result: mediumStreamSchema },
  /** Announces a reference video likewise; its pieces, of one WebM stream, are uploads of the kind `video`. */
  'recording.video': { parameters: videoFormatSchema, result: mediumStreamSchema },
  'recording.stop': { parameters: nothing, result: recordingViewSchema },
  'takes.page': { parameters: takeQuerySchema, result: takePageSchema },
  /** Not for the take that is being recorded. */
  'take.open': { parameters: take, result: openedTakeSchema },
  'take.change': { parameters: take.extend({ changes: takeChangesSchema }), result: takeViewSchema },
  /** Puts a take into the trash, from where `take.restore` brings it back. */
  'take.trash': { parameters: take, result: takeViewSchema },
  'take.restore': { parameters: take, result: takeViewSchema },
  /** Deletes a take in the trash for good. */
  'take.purge': { parameters: take, result: nothing },
  'takes.empty_trash': { parameters: nothing, result: nothing },
  'takes.tags': { parameters: nothing, result: takeTagsSchema },
  'take.details': { parameters: take, result: takeDetailsSchema },
  /** Made when it is first asked for, and kept. */
  'take.thumbnail': { parameters: take, result: takeThumbnailSchema },
  /** Makes takes of a phone's folder, a CSV file of Live Link Face, or captured frames. May take minutes. */
  'take.import': { parameters: takeImportSchema, result: takeImportResultSchema },
  /** Ends an import, which then answers with the takes that it has made; and drops what was sent for one. */
  'take.import.cancel': { parameters: take, result: nothing },
  'take.export': { parameters: takeExportSchema, result: takeExportResultSchema },
  /** Throws for an edit that is damaged, or of a newer version; the recording is sound all the same. */
  'take.edit.read': { parameters: take, result: keptEditSchema },
  /**
   * Replaces the take's edit of this revision; fails with `conflict` where it is another by now. One that cannot be read
   * is kept beside it.
   */
  'take.edit.write': {
    parameters: take.extend(keptEditSchema.shape),
    result: z.object({ revision: editRevisionSchema }),
  },
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
