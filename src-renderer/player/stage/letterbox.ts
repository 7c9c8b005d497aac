export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place extends Size {
  readonly left: number;
  readonly top: number;
}

/** Where a picture lies in a box that shows all of it, as large as it can be, in the middle: CSS `object-fit: contain`. */
export function letterbox(box: Size, picture: Size): Place {
  if (picture.width <= 0 || picture.height <= 0) return { left: 0, top: 0, ...box };
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: (box.width - width) / 2, top: (box.height - height) / 2, width, height };
}
