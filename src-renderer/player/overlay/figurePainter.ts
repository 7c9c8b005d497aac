import { type ChannelName, type LandmarkFrame, SIDES } from '#shared/body/index.ts';
import type { Track } from '#shared/formats/index.ts';
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

/** Draws what is found in a picture over it, where it lies, in one look. */
export class FigurePainter {
  readonly #place: Place;
  readonly #channels: FigureLook['channels'];
  readonly #pens: Readonly<Record<ChannelName | 'box', Pen>>;

  constructor(context: CanvasRenderingContext2D, place: Place, look: FigureLook) {
    const { colours, channels, pixelRatio } = look;
    const pen = (thousandths: number, colour: string): Pen =>
      new Pen(context, Math.max(pixelRatio, (place.height * thousandths) / 1000), colour, colours.sunken);
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
  draw({ pose, face, hands }: LandmarkFrame): void {
    const place = this.#place;
    const pens = this.#pens;
    if (this.#channels.pose && pose.presence !== 'absent') {
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

  /** Marks the box around the person of a track's frame, where it has one and the pose is drawn. */
  drawBox(boxes: Track['boxes'], frame: number): void {
    if (this.#channels.pose) drawBox(this.#pens.box, this.#place, boxes, frame);
  }
}
