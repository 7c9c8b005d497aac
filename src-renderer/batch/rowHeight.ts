/** Height of a row in CSS pixels, as in `jobGrid.css`. */
export const ROW_HEIGHT = 44;
