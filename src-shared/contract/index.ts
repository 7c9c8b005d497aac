export {
  type ErrorInfo,
  type ErrorKind,
  errorInfoSchema,
  errorKindSchema,
  MimesisError,
  toErrorInfo,
} from './errors.ts';
export {
  type JobStatus,
  type JobView,
  jobStatusSchema,
  type WorkspaceView,
  workspaceViewSchema,
} from './workspace.ts';
