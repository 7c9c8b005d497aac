export { type InstallOptions, installModels, type ModelInstallation } from './installModels.ts';
export { type CatalogueModel, type ModelName, type ModelRelease, modelCatalogue } from './modelCatalogue.ts';
export { type ModelPlaces, type ModelSource, modelPlaces } from './modelPlaces.ts';
export { type DamagedCopy, type LocatedModel, locateModel } from './modelStore.ts';
