import type { OpenedAvatar } from '#shared/contract/index.ts';

/** The names of an avatar's morph targets, each once, however many meshes have it. */
export function morphNamesOf({ contents }: OpenedAvatar): string[] {
  return [...new Set(contents.meshes.flatMap(({ morphTargets }) => morphTargets))];
}
