export { FACE_PROFILES, type FaceProfile, PROFILE_TARGETS } from './profiles.ts';
