/** Pictures as numbers, and as files for people to see. */
import type { StopSignal } from './process.ts';

export interface PictureFile {
  /** Absolute. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as the file system tells it. */
  readonly modified: number;
}

/** What a readable picture file is, whatever its name says. */
export interface PictureFacts {
  /** JPEG, PNG, GIF, WebP, TIFF or AVIF. */
  readonly format: string;
  /** Pixels, after it has been turned upright. */
  readonly width: number;
  readonly height: number;
  /** Its EXIF tag, 1 to 8; 1: stored upright. */
  readonly orientation: number;
  /** The same for files of the same bytes, and for no others. */
  readonly content: string;
}

/** How a picture becomes numbers: 8-bit RGB, stretched to height x width (the sides are not kept in proportion, as Keras). */
export interface PictureSpec {
  readonly height: number;
  readonly width: number;
  /** `antialiased` keeps what detail the size can show; `nearest` takes single pixels, as Keras's default does. */
  readonly resampling: 'antialiased' | 'nearest';
}

/**
 * Where an output pixel comes from: input row = a*row + b*column + c, input column = d*row + e*column + f, in pixels
 * (the order of scipy's affine_transform, rows first). Bilinear, the edge pixel outside.
 */
export type AffineMatrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface PictureRequest {
  /** Index into the files given to `prepare`. */
  readonly file: number;
  /** null: as it is. */
  readonly transform: AffineMatrix | null;
}

export interface PreparedPictures {
  /** One per file given: null where the picture is ready, else why it isn't, in words. */
  readonly reasons: readonly (string | null)[];
  /** One per file given; null where it isn't ready. */
  readonly facts: readonly (PictureFacts | null)[];
  /** How many of the pictures had to be decoded; the others came from the cache. */
  readonly decoded: number;
  /** Pixels of the asked pictures one after the other: n x height x width x 3, transformed away from the caller's thread. */
  load(requests: readonly PictureRequest[]): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type DecodedPicture =
  { readonly path: string; readonly pixels: Uint8Array } | { readonly path: string; readonly reason: string };

/** A picture for people to look at. */
export type Rendering =
  /** Upright, on white: its middle as a square (`cover`) or all of it (`inside`), `edge` pixels at most and never enlarged. */
  | { readonly kind: 'thumbnail'; readonly edge: number; readonly fit: 'cover' | 'inside' }
  /** What a network sees of it: prepared as for training, then transformed. */
  | { readonly kind: 'preview'; readonly spec: PictureSpec; readonly transform: AffineMatrix | null };

/** An image file, or why there is none, in words. */
export type RenderedPicture =
  { readonly type: 'image/jpeg' | 'image/png'; readonly bytes: Uint8Array } | { readonly reason: string };

export interface PrepareOptions {
  readonly signal: StopSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface PictureStore {
  /**
   * Decodes each file once into the cache on disk, those that are there already excepted, and opens it for reading.
   * `dataset` names the cache: the data set's folder. Rejects with the signal's reason when aborted; what was decoded stays.
   */
  prepare(
    dataset: string,
    files: readonly PictureFile[],
    spec: PictureSpec,
    options: PrepareOptions,
  ): Promise<PreparedPictures>;
  /** Decodes pictures without keeping them, in the order given. */
  decode(paths: readonly string[], spec: PictureSpec, signal: StopSignal): AsyncIterable<DecodedPicture>;
  /** Beside what is being prepared, not after it: somebody looks on. What was asked for last comes first. */
  render(path: string, rendering: Rendering): Promise<RenderedPicture>;
  close(): Promise<void>;
}
