export { PARTIAL_ENDING, partialName, syncFolder, syncFolderNow, writeFileDurably } from './durable.ts';
export { ioError, isAbsence, isDiskFull, systemReason } from './ioError.ts';
export { requireRoom } from './room.ts';
