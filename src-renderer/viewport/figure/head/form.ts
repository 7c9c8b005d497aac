import { carve, ellipsoid, type Point, sphere, taper, union } from '../sculpt/distance.ts';

/**
 * Landmarks of the head in metres, left side; the right mirrors them. Origin between the ear holes, x to the subject's
 * left, y up, z forward. Sizes are of a mean adult: 23 cm from chin to crown, 15 cm wide, pupils 63 mm apart.
 */
export const EYE: Point = [0.0315, 0.02, 0.0655];
export const EYEBALL_RADIUS = 0.0125;
/** The lids slide on this sphere around the eyeball. */
export const LID_RADIUS = 0.0138;
export const MOUTH: Point = [0, -0.0475, 0.0915];
export const MOUTH_HALF_WIDTH = 0.0236;
/** The jaw turns about the x axis through here. */
export const JAW_JOINT: Point = [0, -0.002, 0.004];

const CHIN: Point = [0, -0.0795, 0.0735];
const JAW_ANGLE: Point = [0.0425, -0.043, 0.002];
const JAW_FRONT: Point = [0.014, -0.078, 0.0645];

/** The head's skin: skull, face and jaw with the mouth shut, without ears. */
export function headForm(signedX: number, y: number, z: number): number {
  const x = Math.abs(signedX);
  let d = ellipsoid(x, y - 0.046, z + 0.004, 0.073, 0.083, 0.093);
  d = union(d, ellipsoid(x, y - 0.052, z - 0.03, 0.058, 0.05, 0.0595), 0.03);
  d = union(d, ellipsoid(x, y + 0.012, z - 0.02, 0.06, 0.076, 0.067), 0.03);
  d = union(d, ellipsoid(x, y + 0.056, z - 0.036, 0.04, 0.03, 0.042), 0.02);
  d = union(d, ellipsoid(x - 0.036, y + 0.033, z - 0.042, 0.0205, 0.03, 0.028), 0.018);
  d = union(d, ellipsoid(x - 0.0455, y + 0.022, z - 0.02, 0.018, 0.034, 0.03), 0.02);
  d = union(d, taper(x, y, z, JAW_ANGLE, JAW_FRONT, 0.0155, 0.012), 0.022);
  d = union(d, ellipsoid(x, y - CHIN[1], z - CHIN[2], 0.018, 0.0135, 0.0145), 0.014);
  d = union(d, taper(x, y, z, [0.037, -0.006, 0.0655], [0.059, 0.0, 0.032], 0.0115, 0.008), 0.022);
  d = union(d, taper(x, y, z, [0.007, 0.0395, 0.0785], [0.043, 0.0385, 0.0625], 0.0085, 0.0068), 0.018);
  d = socket(d, x, y, z);
  d = union(d, ellipsoid(x, y + 0.045, z - 0.066, 0.031, 0.03, 0.0265), 0.02);
  d = nose(d, x, y, z);
  return lips(d, x, y, z);
}

function socket(skull: number, x: number, y: number, z: number): number {
  const hollow = ellipsoid(x - 0.0325, y - 0.0175, z - 0.0935, 0.0235, 0.0155, 0.0165);
  const open = carve(skull, hollow, 0.016);
  return union(open, sphere(x - EYE[0], y - EYE[1], z - EYE[2], LID_RADIUS), 0.006);
}

function nose(face: number, x: number, y: number, z: number): number {
  let d = union(face, taper(x, y, z, [0, 0.023, 0.0795], [0, -0.012, 0.1015], 0.0064, 0.0078), 0.013);
  d = union(d, sphere(x, y + 0.0145, z - 0.1035, 0.0088), 0.008);
  d = union(d, ellipsoid(x - 0.0108, y + 0.018, z - 0.095, 0.0066, 0.0062, 0.0088), 0.007);
  d = union(d, taper(x, y, z, [0, -0.0165, 0.1065], [0, -0.0228, 0.0945], 0.004, 0.0042), 0.005);
  return carve(d, taper(x, y, z, [0, -0.028, 0.0975], [0, -0.038, 0.0985], 0.003, 0.0036), 0.006);
}

const SEAM_CORNER: Point = [0.0226, -0.048, 0.0795];
const UPPER_LIP: Point = [0.0085, -0.0428, 0.0915];
const LOWER_LIP: Point = [0.011, -0.0522, 0.0895];

function lips(face: number, x: number, y: number, z: number): number {
  let d = union(face, taper(x, y, z, [0, -0.0438, 0.0928], UPPER_LIP, 0.0042, 0.0046), 0.004);
  d = union(d, taper(x, y, z, UPPER_LIP, SEAM_CORNER, 0.0046, 0.0018), 0.004);
  const lower = union(
    taper(x, y, z, [0, -0.0532, 0.0918], LOWER_LIP, 0.0058, 0.0055),
    taper(x, y, z, LOWER_LIP, SEAM_CORNER, 0.0055, 0.0018),
    0.003,
  );
  return union(d, lower, 0.0028);
}
