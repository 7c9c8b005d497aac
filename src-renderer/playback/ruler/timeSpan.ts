/** What is seen of something in time. */
export interface TimeSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}
