export { PARTIAL_ENDING, partialName, syncFolder, writeFileDurably } from './durable.ts';
export { ioError, isDiskFull } from './ioError.ts';
