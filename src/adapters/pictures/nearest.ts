/**
 * Nearest resampling as Pillow does it, which Keras's image loading uses by default: each output pixel is one pixel of
 * the full-size picture.
 */

/** Pixels decoded at once: 32 megapixels are 96 MB, so that the largest picture allowed stays within the memory allowed. */
const pixelsAtOnce = 32_000_000;

/** Source index of each output index: Pillow's ImagingScaleAffine adds up the step in double precision, and so does this. */
export function nearestSources(source: number, target: number): Int32Array {
  const step = source / target;
  const sources = new Int32Array(target);
  let position = step * 0.5;
  for (let index = 0; index < target; index++) {
    sources[index] = Math.min(source - 1, Math.trunc(position));
    position += step;
  }
  return sources;
}

/** A part of a full-size picture as it is stored, before its EXIF orientation: rows from `top`, 8-bit RGB. */
export interface Strip {
  readonly top: number;
  readonly rows: number;
}

export interface StoredPicture {
  readonly width: number;
  readonly height: number;
  /** EXIF orientation, 1 to 8. */
  readonly orientation: number;
  readStrip(strip: Strip): Promise<Uint8Array>;
}

/** For each EXIF orientation: do the axes change places, and is the stored row or column counted from its far end? */
function orientationAxes(orientation: number): { swap: boolean; flipRows: boolean; flipColumns: boolean } {
  return {
    swap: orientation >= 5,
    flipRows: [3, 4, 6, 7].includes(orientation),
    flipColumns: [2, 3, 7, 8].includes(orientation),
  };
}

/** Index of the stored row (or column) for each output line along that axis. */
function storedLines(stored: number, target: number, flip: boolean): Int32Array {
  const lines = nearestSources(stored, target);
  return flip ? lines.map((line) => stored - 1 - line) : lines;
}

/** height x width x 3, upright. Reads only the strips that hold a pixel that is taken. */
export async function sampleNearest(
  picture: StoredPicture,
  height: number,
  width: number,
  stripPixels = pixelsAtOnce,
): Promise<Uint8Array> {
  const { swap, flipRows, flipColumns } = orientationAxes(picture.orientation);
  const rows = storedLines(picture.height, swap ? width : height, flipRows);
  const columns = storedLines(picture.width, swap ? height : width, flipColumns);
  const pixels = new Uint8Array(height * width * 3);
  const rowStep = swap ? 3 : width * 3;
  const columnStep = swap ? width * 3 : 3;
  const stripRows = Math.max(1, Math.floor(stripPixels / picture.width));
  for (let top = 0; top < picture.height; top += stripRows) {
    const strip = { top, rows: Math.min(stripRows, picture.height - top) };
    if (!rows.some((row) => row >= top && row < top + strip.rows)) continue;
    const stored = await picture.readStrip(strip);
    rows.forEach((row, index) => {
      if (row < top || row >= top + strip.rows) return;
      copyRow(stored, (row - top) * picture.width * 3, columns, pixels, index * rowStep, columnStep);
    });
  }
  return pixels;
}

function copyRow(
  stored: Uint8Array,
  start: number,
  columns: Int32Array,
  pixels: Uint8Array,
  offset: number,
  step: number,
): void {
  let to = offset;
  for (const column of columns) {
    const from = start + column * 3;
    pixels[to] = stored[from] ?? 0;
    pixels[to + 1] = stored[from + 1] ?? 0;
    pixels[to + 2] = stored[from + 2] ?? 0;
    to += step;
  }
}
