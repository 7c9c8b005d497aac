import about from '../../package.json' with { type: 'json' };

/** Of the program, as it is written into what it records. */
export const APP_VERSION = about.version;
