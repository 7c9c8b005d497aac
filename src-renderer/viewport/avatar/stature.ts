/** An avatar's heights in metres: of the joint of its head, and of its crown. */
export interface Stature {
  readonly head: number;
  readonly top: number;
}
