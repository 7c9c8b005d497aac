import { smoothstep } from '../geometry/points.ts';
import { IRIS_EDGE, IRIS_IN_TEXTURE, PUPIL_EDGE } from '../parts/eyes.ts';
import { fractal, noise } from './noise.ts';
import { blankPicture, type Picture, type Rgb } from './picture.ts';
import { mixColour, times } from './skinTone.ts';

const WHITE: Rgb = [0.76, 0.72, 0.695];
const VEIN: Rgb = [0.72, 0.45, 0.4];
const RIM: Rgb = [0.13, 0.1, 0.085];
/** Brown with a lighter, greener zone about the pupil: hazel. */
const OUTER: Rgb = [0.3, 0.2, 0.12];
const INNER: Rgb = [0.5, 0.34, 0.17];

/** The eyeball's colour, iris in the middle; sRGB. */
export function eyeTexture(size: number): Picture {
  const picture = blankPicture(size, size, 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [dx, dy] = [(x + 0.5) / size - 0.5, (y + 0.5) / size - 0.5];
      picture.data.set(eyeColour(Math.hypot(dx, dy) * 2, Math.atan2(dy, dx)), (y * size + x) * 3);
    }
  }
  return picture;
}

function eyeColour(radius: number, around: number): Rgb {
  const iris = radius / IRIS_IN_TEXTURE;
  const wobble = noise(Math.cos(around) * 3, Math.sin(around) * 3, 0, 7) * 0.012;
  const inside = smoothstep(1.03, 0.965, iris + wobble);
  const white = sclera(radius, around);
  if (inside <= 0) return white;
  const pupil = smoothstep(0.02, -0.015, iris - PUPIL_EDGE / IRIS_EDGE + wobble * 0.6);
  return mixColour(white, mixColour(irisColour(iris, around), [0.012, 0.01, 0.01], pupil), inside);
}

function irisColour(iris: number, around: number): Rgb {
  const [cx, cy] = [Math.cos(around), Math.sin(around)];
  const fibres = noise(cx * 26, cy * 26, iris * 3, 17) * 0.6 + noise(cx * 60, cy * 60, iris * 5, 27) * 0.5;
  const crypts = fractal([cx * 6, cy * 6, iris * 4], 1, 3, 37);
  const collarette = smoothstep(0.62, 0.42, iris + crypts * 0.14);
  const body = mixColour(OUTER, INNER, collarette * 0.75 + 0.12);
  const rim = smoothstep(0.8, 1, iris);
  return mixColour(times(body, 1 + fibres * 0.32 + crypts * 0.16), RIM, rim * 0.85);
}

function sclera(radius: number, around: number): Rgb {
  const out = (radius - IRIS_IN_TEXTURE) / (1 - IRIS_IN_TEXTURE);
  const [x, y] = [radius * Math.cos(around), radius * Math.sin(around)];
  const bent = noise(x * 7, y * 7, 0, 47) * 0.5;
  const vein =
    1 -
    smoothstep(
      0,
      0.06,
      Math.abs(noise(Math.cos(around + bent) * 7, Math.sin(around + bent) * 7, radius * 3, 57)),
    );
  const red = smoothstep(0.05, 0.7, out);
  return mixColour(mixColour(WHITE, [0.76, 0.62, 0.57], red * 0.6), VEIN, vein * red * 0.3);
}
