/** Every text of the widgets themselves, in one place for translation. */
export const words = {
  close: 'Close',
  dismiss: 'Dismiss',
};
