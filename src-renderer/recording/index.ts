export { Countdown } from './Countdown.tsx';
export { RecordBar } from './RecordBar.tsx';
export { ArmButton } from './setup/ArmButton.tsx';
export { Arming } from './setup/Arming.tsx';
export { SetupFields } from './setup/SetupFields.tsx';
