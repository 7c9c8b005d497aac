/** Pictures that an avatar goes without, by the names of their files or textures. */
export interface LostPictures {
  /** They lie beside the FBX. */
  readonly missing: readonly string[];
  /** They are of a kind that cannot be read, such as TIFF or PSD, or damaged. Several may have one name. */
  readonly unreadable: readonly string[];
}
