import constraints from '../../../resources/presets/constraints.json' with { type: 'json' };
import rig from '../../../resources/presets/rig/default.json' with { type: 'json' };
import visemes from '../../../resources/presets/visemes.json' with { type: 'json' };
import { constraintsPresetSchema } from './constraints.ts';
import { rigPresetSchema } from './rigSettings.ts';
import { visemesPresetSchema } from './visemes.ts';

/** What a rig is set by where nothing else is given. */
export const DEFAULT_RIG = rigPresetSchema.parse(rig);
export const DEFAULT_VISEMES = visemesPresetSchema.parse(visemes);
export const DEFAULT_CONSTRAINTS = constraintsPresetSchema.parse(constraints);
