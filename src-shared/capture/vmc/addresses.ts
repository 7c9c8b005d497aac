/**
 * Virtual Motion Capture Protocol, version 3.1 (https://protocol.vmc.info/english), over OSC and UDP. Of its messages
 * these tell a performance:
 *
 * - `OK`: i loaded, then from 2.5 on i state and i mode of calibration, from 2.7 on i whether tracking works
 * - `T`: f the sender's time in seconds
 * - `ROOT`: s name, f position x y z, f rotation x y z w of the whole model, then scale and offset for mixed reality
 * - `BONE`: s name of Unity's HumanBodyBones, f position x y z, f rotation x y z w, to the bone above
 * - `BLEND`: s name, f weight, and `APPLY` when all weights have been told
 */
export const VMC = {
  OK: '/VMC/Ext/OK',
  T: '/VMC/Ext/T',
  ROOT: '/VMC/Ext/Root/Pos',
  BONE: '/VMC/Ext/Bone/Pos',
  BLEND: '/VMC/Ext/Blend/Val',
  APPLY: '/VMC/Ext/Blend/Apply',
} as const;

/** What every address of the protocol begins with. */
export const VMC_PREFIX = '/VMC/';
