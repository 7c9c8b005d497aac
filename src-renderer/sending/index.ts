export { Destinations } from './Destinations.tsx';
export { sendPerformance } from './sendPerformance.ts';
