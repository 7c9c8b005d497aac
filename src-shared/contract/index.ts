export {
  type ErrorInfo,
  type ErrorKind,
  errorInfoSchema,
  errorKindSchema,
  MimesisError,
  toErrorInfo,
} from './errors.ts';
