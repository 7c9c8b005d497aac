export { installModels } from './installModels.ts';
export { type ModelName, modelCatalogue } from './modelCatalogue.ts';
export { modelPlaces } from './modelPlaces.ts';
export { locateModel } from './modelStore.ts';
