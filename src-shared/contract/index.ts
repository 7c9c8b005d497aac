export {
  AVATAR_UPLOAD_PATH,
  type AvatarChange,
  type AvatarConfig,
  type AvatarView,
  avatarChangeSchema,
  avatarConfigSchema,
  avatarNameSchema,
  DEFAULT_AVATAR_ID,
  MAX_AVATAR_BYTES,
  MAX_AVATAR_NAME_LENGTH,
  type OpenedAvatar,
  openedAvatarSchema,
  type Preferences,
  preferencesSchema,
  requireAvatarSize,
} from './avatar.ts';
export {
  type Calibration,
  calibrationSchema,
  MAX_DEAD_ZONE,
  MAX_NEUTRAL,
  type NeutralPose,
} from './calibration.ts';
export type { CameraModels } from './camera.ts';
export {
  type AskedPhone,
  type AskedProtocol,
  type CaptureProtocol,
  type CaptureSettings,
  type CaptureSocket,
  type CaptureView,
  captureSettingsSchema,
  MAX_DELAY_SECONDS,
  META_HUMAN_PORT,
  type MetaHumanView,
  NETWORK_PROTOCOLS,
  type NetworkProtocol,
  type PhoneRemote,
  REMOTE_PORT,
  type RemoteView,
  type SubjectNumbers,
  type SubjectView,
  THERMAL_STATES,
  type ThermalState,
} from './capture.ts';
export type { ClipView } from './clip.ts';
export {
  type ErrorInfo,
  type ErrorKind,
  errorInfoSchema,
  errorKindSchema,
  MimesisError,
  toErrorInfo,
} from './errors.ts';
export type { HostEvent } from './link/events.ts';
export { decodePiece, encodePiece, MAX_PIECE_BYTES, type UploadedPiece } from './link/mediumPiece.ts';
export {
  type ClientMessage,
  clientMessageSchema,
  type HostMessage,
  hostMessageSchema,
  LINK_PROTOCOL,
  MAX_CLIENT_MESSAGE_BYTES,
  TOKEN_PROTOCOL_PREFIX,
} from './link/messages.ts';
export {
  type RequestName,
  type RequestParameters,
  type RequestResult,
  requestSchemas,
} from './link/requests.ts';
export { decodeUpload, encodeUpload, type Upload, type UploadKind } from './link/uploads.ts';
export { MAX_PRESET_BYTES, type PresetView } from './presets.ts';
export {
  type Arming,
  armingSchema,
  type Mark,
  type MediumState,
  partsSentBy,
  RECORDED_PARTS,
  type RecordedPart,
  type RecordingStart,
  type RecordingView,
  type SoundFormat,
  type TakeTimecode,
  TIMECODE_RATES,
  type TimecodeRate,
  takeTimecodeSchema,
  timecodeRateSchema,
} from './recording.ts';
export {
  DESTINATION_CONTENTS,
  type Destination,
  type DestinationState,
  MAX_DESTINATIONS,
  MAX_SENT_NAME_LENGTH,
  SENDING_PROTOCOLS,
  type SendingProtocol,
  type SendingSettings,
  type SendingView,
  sendingSettingsSchema,
} from './sending.ts';
export {
  type EditLayer,
  type EditLayerKind,
  type EditRange,
  type KeptEdit,
  MAX_EDIT_LAYERS,
  NO_EDIT,
  type TakeEdit,
  takeEditSchema,
} from './takeEdit.ts';
export {
  type OpenedTake,
  TAKE_CONTENTS,
  TAKE_FORMATS,
  TAKE_ORDERS,
  TAKE_UPLOAD_PATH,
  type TakeContent,
  type TakeDetails,
  type TakeExport,
  type TakeFormat,
  type TakeImport,
  type TakeImportProgress,
  type TakeQuery,
  type TakeSlate,
  type TakeTags,
  type TakeThumbnail,
  type TakeTrim,
  type TakeView,
  takeImportProgressSchema,
  takeViewSchema,
} from './takes.ts';
export {
  type JobQuery,
  type JobStatus,
  type JobView,
  jobStatusSchema,
  jobViewSchema,
  MAX_SEARCH_LENGTH,
  type WorkspaceView,
} from './workspace.ts';
