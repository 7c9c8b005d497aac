export { LinkClient, type LinkState } from './linkClient.ts';
