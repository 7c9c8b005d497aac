export { TakeDetails } from './TakeDetails.tsx';
