/** What the quality score is made of, with the weights that the tracker specification gives (see QualityReport). */
export const QUALITY_PARTS = [
  { name: 'hand_visibility', weight: 0.4 },
  { name: 'tracking_stability', weight: 0.3 },
  { name: 'face_coverage', weight: 0.2 },
  { name: 'resolution_factor', weight: 0.1 },
] as const;
