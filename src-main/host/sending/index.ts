export { SendDesk } from './sendDesk.ts';
