/** One thing that the program needs or can use. */
export interface Finding {
  readonly name: string;
  readonly state: 'found' | 'missing' | 'damaged';
  /** Version or place, in a few words. */
  readonly detail: string;
  readonly need: 'main job' | 'face' | 'window' | 'streaming' | 'tests';
  /** How to get it, where it is not found. */
  readonly remedy?: string | undefined;
}
