export type { Camera } from '../../src-renderer/film/film.ts';
export { type FilmPage, withFilmPage } from './filmPage.ts';
