import type { AffineMatrix } from '../ports.ts';
import { random } from '../random.ts';

/** Ranges as in Keras's ImageDataGenerator; their defaults are the settings' own. */
export interface AugmentationSettings {
  /** Largest shear in degrees, either way. */
  readonly shear: number;
  /** Zoom factors are drawn from 1 - zoom to 1 + zoom, for each axis on its own. */
  readonly zoom: number;
  /** Mirror half of the pictures, left to right. */
  readonly flip: boolean;
}

/** One picture's draw. */
export interface Distortion {
  /** Degrees. */
  readonly shear: number;
  /** Input pixels per output pixel, as in Keras: above 1 shrinks what is shown. */
  readonly zoomRows: number;
  readonly zoomColumns: number;
  readonly flip: boolean;
}

/**
 * The transform of one picture in one epoch, the same on every device and in any order; null where it changes nothing.
 * `size` is the side of the square picture in pixels. All four draws are made whatever the settings are, so that
 * turning one off leaves the others as they were.
 */
export function augmentation(
  seed: number,
  epoch: number,
  picture: number,
  settings: AugmentationSettings,
  size: number,
): AffineMatrix | null {
  const source = random(seed, 'augmentation', epoch, picture);
  const shear = source.uniform(-settings.shear, settings.shear);
  const zoomColumns = source.uniform(1 - settings.zoom, 1 + settings.zoom);
  const zoomRows = source.uniform(1 - settings.zoom, 1 + settings.zoom);
  const flip = source.next() < 0.5 && settings.flip;
  return affineMatrix({ shear, zoomRows, zoomColumns, flip }, size);
}

/**
 * Shear times zoom about the picture's center, then the flip of columns, as `apply_affine_transform` and `flip_axis` of
 * Keras compose them; in one matrix, so that a picture is resampled once.
 */
export function affineMatrix(distortion: Distortion, size: number): AffineMatrix | null {
  const { zoomRows, zoomColumns, flip } = distortion;
  const angle = (distortion.shear * Math.PI) / 180;
  if (angle === 0 && zoomRows === 1 && zoomColumns === 1 && !flip) return null;
  const center = size / 2 - 0.5;
  const rowsOfRow = Math.cos(angle) * zoomRows;
  const columnsOfRow = -Math.sin(angle) * zoomRows;
  const rowOffset = center - rowsOfRow * center;
  const columnOffset = center - (columnsOfRow + zoomColumns) * center;
  return flip
    ? [rowsOfRow, 0, rowOffset, columnsOfRow, -zoomColumns, columnOffset + zoomColumns * (size - 1)]
    : [rowsOfRow, 0, rowOffset, columnsOfRow, zoomColumns, columnOffset];
}
