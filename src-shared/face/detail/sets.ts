/**
 * The CC4 Extended targets that are kept at each level of detail, beside those of the levels below it; `full` keeps all.
 * The order is that of what is missed most: speech, tracked lips and blinks, then brows and gaze, then cheeks and
 * asymmetry, then creases.
 */
export const EMERGENCY_TARGETS =
  /^(Jaw_Open|Eye_Blink_[LR]|Mouth_(Close|(Pucker|Funnel)_\w+|(Smile|Frown|Stretch|Press|Up_Upper|Down_Lower|Roll_In_Upper|Roll_In_Lower)_[LR]|Shrug_\w+)|V_(Open|Explosive|Dental_Lip|Tight_O|Tight|Wide|Affricate|Lip_Open))$/;
export const LOW_TARGETS = /^(Brow_(Drop|Raise_Inner|Raise_Outer)_[LR]|Eye_[LR]_Look_\w+|Eye_Wide_[LR])$/;
export const MEDIUM_TARGETS =
  /^(Eye_Squint_[LR]|Cheek_(Raise|Puff)_[LR]|Nose_Sneer_[LR]|Mouth_[LR]|Jaw_(L|R|Forward)|Tongue_Out|V_Tongue_\w+)$/;
export const HIGH_TARGETS =
  /^(Brow_Compress_[LR]|Mouth_\w+|Nose_(Crease|Nostril_\w+)_[LR]|Cheek_Suck_[LR]|Jaw_\w+|Tongue_\w+|Eyelash_\w+|Eye_Pupil_\w+)$/;
