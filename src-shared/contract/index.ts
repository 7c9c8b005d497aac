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
  type AskedPhone,
  type AskedProtocol,
  CAPTURE_PROTOCOLS,
  type CaptureProtocol,
  type CaptureSettings,
  type CaptureSocket,
  type CaptureView,
  captureSettingsSchema,
  MAX_DELAY_SECONDS,
  type SubjectView,
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
  type EditLayer,
  type EditLayerKind,
  type EditRange,
  MAX_EDIT_LAYERS,
  NO_EDIT,
  type TakeEdit,
  takeEditSchema,
} from './takeEdit.ts';
export {
  type OpenedTake,
  type RecordingView,
  TAKE_ORDERS,
  type TakeQuery,
  type TakeSlate,
  type TakeView,
  takeViewSchema,
} from './takes.ts';
export {
  type JobPage,
  type JobQuery,
  type JobStatus,
  type JobView,
  jobStatusSchema,
  jobViewSchema,
  MAX_SEARCH_LENGTH,
  type WorkspaceView,
} from './workspace.ts';
