/** The targets whose names contain what is searched for. Case, spaces and underscores do not matter. */
export function searchTargets(targets: readonly string[], search: string): readonly string[] {
  const wanted = plain(search);
  return wanted === '' ? targets : targets.filter((name) => plain(name).includes(wanted));
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_]/g, '');
