import { type ChannelName, createLandmarkFrame, SIDES } from '#shared/body/index.ts';
import { readFrame, type Track } from '#shared/formats/index.ts';
import type { CanvasColours } from '../channelColours.ts';
import type { Place } from '../stage/letterbox.ts';
import { drawBox } from './drawBox.ts';
import { drawHead } from './drawHead.ts';
import { drawPoints, HAND_LAYOUT, POSE_LAYOUT } from './drawPoints.ts';
import { Pen } from './pen.ts';

/** Widths of lines, in thousandths of the picture's height. */
const LINES = { pose: 3.6, hand: 2.4, head: 2.4, box: 1.6 };

export interface FigureLook {
  readonly colours: CanvasColours;
  /** Which channels are drawn. */
  readonly channels: Readonly<Record<ChannelName, boolean>>;
  /** Canvas pixels a CSS pixel: lines are not thinner than one of those. */
  readonly pixelRatio: number;
}

/** Draws frames of a track over the picture that lies at one place, in one look. */
export class FigurePainter {
  readonly #track: Track;
  readonly #place: Place;
  readonly #channels: FigureLook['channels'];
  readonly #frame = createLandmarkFrame();
  readonly #pens: Readonly<Record<ChannelName | 'box', Pen>>;

  constructor(context: CanvasRenderingContext2D, track: Track, place: Place, look: FigureLook) {
    const { colours, channels, pixelRatio } = look;
    const pen = (thousandths: number, colour: string): Pen =>
      new Pen(context, Math.max(pixelRatio, (place.height * thousandths) / 1000), colour, colours.sunken);
    this.#track = track;
    this.#place = place;
    this.#channels = channels;
    this.#pens = {
      pose: pen(LINES.pose, colours.channels.pose),
      left_hand: pen(LINES.hand, colours.channels.left_hand),
      right_hand: pen(LINES.hand, colours.channels.right_hand),
      face: pen(LINES.head, colours.channels.face),
      box: pen(LINES.box, colours.text),
    };
  }

  /** Draws what the frame holds; what is absent is not drawn. */
  draw(index: number): void {
    if (index >= this.#track.frames) return;
    const place = this.#place;
    const pens = this.#pens;
    readFrame(this.#track, index, this.#frame);
    const { pose, face, hands } = this.#frame;
    if (this.#channels.pose && pose.presence !== 'absent') {
      drawBox(pens.box, place, this.#track.boxes, index);
      drawPoints(pens.pose, place, pose.signals.image, POSE_LAYOUT, pose.presence === 'filled');
    }
    if (this.#channels.face && face.presence !== 'absent') {
      drawHead(pens.face, place, face.signals.head, face.presence === 'filled');
    }
    for (const side of SIDES) {
      const name = side === 'left' ? 'left_hand' : 'right_hand';
      const hand = hands[side];
      if (!this.#channels[name] || hand.presence === 'absent') continue;
      drawPoints(pens[name], place, hand.signals.image, HAND_LAYOUT, hand.presence === 'filled');
    }
  }
}
