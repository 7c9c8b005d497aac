export type { UnrealClip, UnrealSettings, UnrealSource } from './unreal/source.ts';
export { type WrittenIndex, writeUnrealIndex } from './unreal/writeUnrealIndex.ts';
export { type WrittenPackage, writeUnrealPackage } from './unreal/writeUnrealPackage.ts';
