export { FACE_REGIONS, type FaceRegion, REGION_INDEX, regionOf } from './regions.ts';
