export { type ArkitShare, arkitSharesOf } from './arkitShares.ts';
export { type CompiledMapping, compileMapping } from './compile.ts';
export { createMetahumanMapper, metahumanMappingSchema } from './metahuman.ts';
export { mappingFits, mappingTo } from './tables.ts';
export { createTranslator, type SparseWeights, type Translator } from './translator.ts';
