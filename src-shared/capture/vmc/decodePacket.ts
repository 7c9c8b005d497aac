import { createByteNames } from '../byteNames.ts';
import type { CaptureFrame } from '../captureFrame.ts';
import type { OscMessage } from '../osc/message.ts';
import { createOscReader } from '../osc/reader.ts';
import type { PacketDecoder, PacketOutcome } from '../packetDecoder.ts';
import { VMC, VMC_PREFIX } from './addresses.ts';
import { BLEND_NAMES } from './blendNames.ts';
import { createFrameEnd, SIGN } from './frameEnd.ts';
import { EYE_BONES, HUMAN_BONES } from './humanBones.ts';
import { isLoaded, isSound, showsSomebody, vmcAddress } from './messages.ts';
import { fillNobody, VmcPerformer } from './performer.ts';

/** The eyes are numbered behind the bones. */
const boneOf = createByteNames(
  [...HUMAN_BONES.map(({ name }) => name), ...EYE_BONES].map((name, bone) => [name, bone]),
  { ignoresCase: true },
);

/**
 * A reader of VMC packets from one sender: the protocol has no names, so two senders would be one performer. Packets are
 * `part` until one ends a frame (see `createFrameEnd`); a frame is what the sender has told last of each bone and weight.
 * It never throws, allocates nothing for a packet, and remembers nothing but the last pose.
 */
export function createVmcDecoder(): PacketDecoder {
  const reader = createOscReader();
  const gathering = new Gathering();
  const check = (message: OscMessage): void => gathering.check(message);
  const gather = (message: OscMessage): void => gathering.gather(message);

  return (packet, frame) => {
    gathering.begin(frame);
    const outcome = reader.read(packet, check);
    if (outcome !== 'read') return outcome;
    if (!gathering.isVmc) return 'foreign';
    if (!gathering.isSound) return 'malformed';
    reader.read(packet, gather);
    return gathering.end(frame);
  };
}

/** One packet after another, message by message. */
class Gathering {
  isVmc = false;
  isSound = true;
  readonly #performer = new VmcPerformer();
  readonly #frameEnd = createFrameEnd();
  /** The bones that have come since a frame ended. */
  readonly #hasCome = new Uint8Array(HUMAN_BONES.length);
  #frame: CaptureFrame | undefined;
  #isSomebody = true;
  #outcome: PacketOutcome = 'part';
  #bones = 0;
  #isApplied = false;
  #isTimeLast = false;
  #isOk = false;

  begin(frame: CaptureFrame): void {
    this.isVmc = false;
    this.isSound = true;
    this.#frame = frame;
    this.#outcome = 'part';
    this.#bones = 0;
    this.#isApplied = false;
    this.#isTimeLast = false;
    this.#isOk = false;
  }

  check(message: OscMessage): void {
    this.isVmc ||= message.addressBeginsWith(VMC_PREFIX);
    this.isSound &&= isSound(message);
  }

  gather(message: OscMessage): void {
    const address = vmcAddress(message);
    switch (address) {
      case VMC.OK:
        this.#isOk = true;
        this.#isSomebody = showsSomebody(message);
        if (!isLoaded(message)) this.#performer.reset();
        return;
      case VMC.T:
        this.#performer.setTime(message.numberAt(0));
        this.#isTimeLast = true;
        return;
      case VMC.ROOT:
        this.#performer.setRoot(message);
        break;
      case VMC.BONE:
        this.#gatherBone(message);
        break;
      case VMC.BLEND: {
        const blend = message.textIn(0, BLEND_NAMES);
        if (blend >= 0) this.#performer.setWeight(blend, message.numberAt(1));
        break;
      }
      case VMC.APPLY:
        this.#isApplied = true;
        break;
      default:
        return;
    }
    this.#isTimeLast = false;
  }

  end(frame: CaptureFrame): PacketOutcome {
    if (this.#frameEnd.isEnd(this.#sign())) this.#endFrame();
    if (this.#outcome === 'part' && this.#isOk && !this.#isSomebody) {
      fillNobody(frame);
      return 'alive';
    }
    return this.#outcome;
  }

  #sign() {
    if (this.#isTimeLast) return SIGN.TIME;
    if (this.#isApplied) return SIGN.APPLY;
    return this.#bones > 0 && this.#bones >= this.#performer.knownBones ? SIGN.ALL_BONES : SIGN.NONE;
  }

  #gatherBone(message: OscMessage): void {
    const bone = message.textIn(0, boneOf);
    if (bone < 0) return;
    if (bone >= HUMAN_BONES.length) {
      this.#performer.setEye(bone - HUMAN_BONES.length, message);
      return;
    }
    if (this.#hasCome[bone] === 1) {
      this.#hasCome.fill(0);
      if (this.#frameEnd.isEnd(SIGN.REPEAT)) this.#endFrame();
    }
    this.#hasCome[bone] = 1;
    this.#bones += 1;
    this.#performer.setBone(bone, message);
  }

  #endFrame(): void {
    if (!this.#frame) return;
    this.#hasCome.fill(0);
    const isAnybodySeen = this.#performer.endFrame(this.#frame);
    if (!this.#isSomebody) fillNobody(this.#frame);
    this.#outcome = isAnybodySeen && this.#isSomebody ? 'frame' : 'alive';
  }
}
