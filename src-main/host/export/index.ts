export { writeUnrealIndex } from './unreal/writeUnrealIndex.ts';
export { writeUnrealPackage } from './unreal/writeUnrealPackage.ts';
