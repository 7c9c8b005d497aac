import type { MappingPreset } from '../presets/index.ts';

/**
 * The mapping that does one after the other. A rule's targets become those that the second mapping drives by half or
 * more of them; limits are those of the second. The first may have no limits and the second no rules: one mapping cannot
 * do what they do in between (`canCompose`). For the same reason what lies between the two is not held within 0..1;
 * what comes out is.
 */
export function composeMappings(first: MappingPreset, second: MappingPreset): MappingPreset {
  const controls: Record<string, Record<string, number>> = {};
  for (const [source, middles] of Object.entries(first.controls)) {
    const targets = new Map<string, number>();
    for (const [middle, weight] of Object.entries(middles)) {
      for (const [target, share] of Object.entries(second.controls[middle] ?? { [middle]: 1 })) {
        targets.set(target, (targets.get(target) ?? 0) + weight * share);
      }
    }
    controls[source] = Object.fromEntries(targets);
  }
  const rules = first.rules.map((rule) => ({
    ...rule,
    controls: rule.controls.flatMap((middle) => mainTargets(second, middle)),
  }));
  const offsets = new Map(Object.entries(second.offsets ?? {}));
  for (const [middle, offset] of Object.entries(first.offsets ?? {})) {
    for (const [target, share] of Object.entries(second.controls[middle] ?? { [middle]: 1 })) {
      offsets.set(target, (offsets.get(target) ?? 0) + offset * share);
    }
  }
  return {
    ...second,
    offsets: Object.fromEntries(offsets),
    name: first.name,
    source: first.source,
    from: first.from,
    controls,
    rules,
  };
}

export function canCompose(first: MappingPreset, second: MappingPreset): boolean {
  return Object.keys(first.limits ?? {}).length === 0 && second.rules.length === 0;
}

function mainTargets(mapping: MappingPreset, source: string): string[] {
  const targets = Object.entries(mapping.controls[source] ?? {});
  return targets.filter(([, share]) => share >= 0.5).map(([target]) => target);
}
