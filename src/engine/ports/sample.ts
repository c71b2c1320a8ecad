/** The drawn sample set. */
import type { PrepareOptions } from './pictures.ts';

/** A picture drawn by the program itself, as vectors, and what a camera would do to it. */
export interface SampleDrawing {
  /** A whole SVG file of width x height pixels, without text or filters, which renderers draw differently. */
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Sigma in pixels; 0 leaves it sharp. */
  readonly blur: number;
  /** What is added to the next pixel, row by row: in steps of 256, the same on its three channels. */
  readonly noise: () => number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
}

export interface SamplePicture {
  /** Relative to the set's folder, with `/`: `training_set/cats/cat.1.jpg`. */
  readonly file: string;
  /** Kept in the file, in ASCII: the same where the drawing is the same, another where it is another. */
  readonly mark: string;
  /** The same drawing every time; called only when the file isn't there yet. */
  draw(): SampleDrawing;
}

export interface SampleWriter {
  /**
   * Writes each picture as a JPEG file into the folder (absolute, made where missing) and returns how many were written.
   * Complete pictures of the same mark stay, drawn pictures of another are replaced. Rejects with the signal's reason when
   * aborted; what was written stays. Throws PawlabError `disk-full` or `not-writable`, also where a file of somebody
   * else's is in the way.
   */
  write(folder: string, pictures: readonly SamplePicture[], options: PrepareOptions): Promise<number>;
}
