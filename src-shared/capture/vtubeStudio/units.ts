/** Of a second, in `Timestamp`. */
export const MILLISECONDS = 1000;

/** Of a metre, in `Position`; assumed, the vendor does not say. */
export const POSITION_UNITS = 100;
