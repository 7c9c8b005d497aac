export { armPhoneReceiver, LIVE_LINK_FACE_PORT, type PhoneReceiver } from './phoneReceiver.ts';
export { playTake } from './simulatedPhone.ts';
export type { SubjectState, SubjectStatus } from './subjectTable.ts';
