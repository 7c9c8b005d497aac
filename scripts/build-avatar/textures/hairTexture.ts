import { fractal } from './noise.ts';
import { blankPicture, type Picture, type Rgb, sample } from './picture.ts';
import { mixColour } from './skinTone.ts';

const DARK: Rgb = [0.12, 0.075, 0.05];
const LIGHT: Rgb = [0.4, 0.27, 0.18];
const LUMA = [0.2126, 0.7152, 0.0722] as const;

/**
 * The hair's colour and opacity. The source's picture gives the strands: its own broad patches of light and dark are
 * divided out, its colour is replaced, and texels outside the strands take the strands' colour, so that soft edges show
 * no fringe.
 */
export function hairTexture(source: Picture, size: number): Picture {
  const picture = blankPicture(size, size, 4);
  const broad = blurredLight(source, 28);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [u, v] = [(x + 0.5) / size, 1 - (y + 0.5) / size];
      const alpha = sample(source, u, v, 3);
      const light = LUMA.reduce((sum, weight, k) => sum + weight * sample(source, u, v, k), 0);
      const strand = alpha > 0.6 ? light / Math.max(0.02, sample(broad, u, v, 0)) : 1;
      const fine = fractal([u * 3, v * 3, 0], 90, 2, 5);
      const tone = Math.min(1, Math.max(0, 0.42 + (strand - 1) * 0.55 + fine * 0.06));
      const colour = mixColour(DARK, LIGHT, tone);
      picture.data.set([...colour, alpha], (y * size + x) * 4);
    }
  }
  return picture;
}

/** Mean light of the opaque texels around each texel: two passes of a box of `reach` texels. */
function blurredLight(source: Picture, reach: number): Picture {
  const { width, height, channels, data } = source;
  const light = new Float32Array(width * height);
  const weight = new Float32Array(width * height);
  for (let i = 0; i < width * height; i++) {
    const alpha = (data[i * channels + 3] ?? 0) > 0.6 ? 1 : 0;
    weight[i] = alpha;
    light[i] = alpha * LUMA.reduce((sum, factor, k) => sum + factor * (data[i * channels + k] ?? 0), 0);
  }
  const soft = (values: Float32Array): Float32Array =>
    boxBlur(boxBlur(values, width, height, reach), width, height, reach);
  const [sum, count] = [soft(light), soft(weight)];
  const picture = blankPicture(width, height, 1);
  for (let i = 0; i < sum.length; i++) picture.data[i] = (sum[i] ?? 0) / Math.max(1e-3, count[i] ?? 0);
  return picture;
}

function boxBlur(values: Float32Array, width: number, height: number, reach: number): Float32Array {
  const pass = (
    input: Float32Array,
    count: number,
    lines: number,
    step: number,
    jump: number,
  ): Float32Array => {
    const output = new Float32Array(input.length);
    for (let line = 0; line < lines; line++) {
      let sum = 0;
      const at = (i: number): number => input[line * jump + Math.min(count - 1, Math.max(0, i)) * step] ?? 0;
      for (let i = -reach; i <= reach; i++) sum += at(i);
      for (let i = 0; i < count; i++) {
        output[line * jump + i * step] = sum / (2 * reach + 1);
        sum += at(i + reach + 1) - at(i - reach);
      }
    }
    return output;
  };
  return pass(pass(values, width, height, 1, width), height, width, width, 1);
}
