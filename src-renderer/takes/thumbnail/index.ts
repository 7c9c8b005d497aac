export { Thumbnail } from './Thumbnail.tsx';
