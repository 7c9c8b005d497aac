import {
  type FaceRecognition,
  type MorphMappings,
  PROFILE_TARGETS,
  withMappings,
} from '#shared/face/index.ts';

/** A target of the profile in the mapping editor. */
export interface MappingRow {
  readonly target: string;
  /** The file's morph targets that it drives. */
  readonly names: readonly string[];
  readonly isEdited: boolean;
  /** A face needs it and does not have it. */
  readonly isMissing: boolean;
}

/** The rows of the editor: the targets that are missing, then the others, each in the profile's order. */
export function mappingRows(
  recognised: FaceRecognition,
  mappings: MorphMappings,
  search: string,
): MappingRow[] {
  const { aliases, missing } = withMappings(recognised, mappings);
  const lacking = new Set(missing);
  // Those that were missing at first stay on top while they are being mapped.
  const first = new Set(recognised.missing);
  const wanted = search.trim().toLowerCase();
  const rows = PROFILE_TARGETS[recognised.profile].map(
    (target): MappingRow => ({
      target,
      names: aliases[target] ?? [],
      isEdited: Object.hasOwn(mappings, target),
      isMissing: lacking.has(target),
    }),
  );
  const found = rows.filter(({ target, names }) =>
    [target, ...names].some((name) => name.toLowerCase().includes(wanted)),
  );
  return [
    ...found.filter(({ target }) => first.has(target)),
    ...found.filter(({ target }) => !first.has(target)),
  ];
}

/** The mappings after a target has been given other names; what was recognised anyway is no edit. */
export function withEdit(
  recognised: FaceRecognition,
  mappings: MorphMappings,
  target: string,
  names: readonly string[],
): MorphMappings {
  const { [target]: _, ...others } = mappings;
  const own = withMappings(recognised, others).aliases[target] ?? [];
  const isSame = own.length === names.length && own.every((name) => names.includes(name));
  return isSame ? others : { ...others, [target]: names };
}

/** The target, other than `target`, that a user has given a name to. */
export function holderOf(mappings: MorphMappings, target: string, name: string): string | undefined {
  return Object.keys(mappings).find((other) => other !== target && mappings[other]?.includes(name));
}

/** The names in what a user has written, separated by commas. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
}
