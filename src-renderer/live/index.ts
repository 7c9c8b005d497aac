export { showSubject, useCapture } from './captureStore.ts';
export { PhonesPanel } from './PhonesPanel.tsx';
export { createPhoneSource } from './phoneSource.ts';
