import { z } from 'zod';

const pathSchema = z.string().nullable();

/** A camera whose pictures a studio tracks itself, and with what. */
export const openedCameraSchema = z.object({
  /** Under which its frames are sent up (`camera_frame`). */
  stream: z.int().min(0).max(0xffffffff),
  /** Where the host serves MediaPipe's models; null for one that is not installed. */
  models: z.object({ face: pathSchema, hands: pathSchema, bodyLite: pathSchema, bodyFull: pathSchema }),
});
export type CameraModels = z.infer<typeof openedCameraSchema>['models'];

/** What the camera is called; two that have one name are told apart by a number behind it. */
export const cameraNameSchema = z.string().trim().min(1).max(200);
