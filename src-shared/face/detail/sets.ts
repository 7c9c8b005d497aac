/**
 * The CC4 Extended targets that are kept at each level of detail, beside those of the levels below it; `full` keeps all.
 * The order is that of what is missed most: jaw and lips that speech or tracking moves, which every level keeps and no
 * list names, and lids; then brows and gaze, then cheeks and tongue, then what is left of the mouth, then creases.
 */
export const EMERGENCY_TARGETS = /^Eye_Blink_[LR]$/;
export const LOW_TARGETS = /^(Brow_(Drop|Raise_Inner|Raise_Outer)_[LR]|Eye_[LR]_Look_\w+|Eye_Wide_[LR])$/;
export const MEDIUM_TARGETS =
  /^(Eye_Squint_[LR]|Cheek_(Raise|Puff)_[LR]|Nose_Sneer_[LR]|Tongue_Out|V_Tongue_\w+)$/;
export const HIGH_TARGETS =
  /^(Brow_Compress_[LR]|Mouth_\w+|Nose_(Crease|Nostril_\w+)_[LR]|Cheek_Suck_[LR]|Jaw_\w+|Tongue_\w+|Eyelash_\w+|Eye_Pupil_\w+)$/;
