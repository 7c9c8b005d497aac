/** In which settings of layers are shown. */
export type Unit = 'seconds' | 'hertz' | 'degrees' | 'number' | 'percent';
