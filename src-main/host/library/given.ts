/** Changes of which each may be left out. */
type Given<Changes> = { readonly [Name in keyof Changes]?: Exclude<Changes[Name], undefined> };

/** The properties that have a value: one that is undefined counts as left out. */
export function given<Changes extends object>(changes: Changes): Given<Changes> {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Given<Changes>;
}
