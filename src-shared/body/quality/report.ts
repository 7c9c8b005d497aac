import { z } from 'zod';

const share = z.number().min(0).max(1);

/** How good a track is. Every share is of all frames; filled frames do not count as seen. */
export const qualityReportSchema = z.object({
  /** 0.4 hand visibility + 0.3 stability + 0.2 face coverage + 0.1 resolution. */
  score: share,
  hand_visibility: share,
  tracking_stability: share,
  face_coverage: share,
  resolution_factor: share,
  frames: z.int().min(0),
  presence: z.object({ pose: share, left_hand: share, right_hand: share, face: share }),
  /** Median distance of unsmoothed points from their smooth path, in shoulder widths; null without a person. */
  jitter_sw: z.number().min(0).nullable(),
  /** Median shoulder width in pixels of the source; null without a person. */
  shoulder_width_px: z.number().min(0).nullable(),
  issues: z.array(z.string()),
});
export type QualityReport = z.infer<typeof qualityReportSchema>;
