/** Pictures that a page shows. Their bytes don't travel in the API: each host answers these addresses with an image. */
import type { Settings } from './settings.ts';

export interface PictureRef {
  /** Absolute. */
  readonly path: string;
  /** Milliseconds since 1970: part of the address, so that a changed file is another picture. */
  readonly modified: number;
}

export type PictureQuery =
  /** `edge`: pixels of the longer side (`inside`) or of the square (`cover`); never enlarged. */
  | {
      readonly kind: 'thumbnail';
      readonly path: string;
      readonly modified: number;
      readonly edge: number;
      readonly fit: 'cover' | 'inside';
    }
  /** What training sees of a picture: `size` x `size` pixels; `variant` 0 is as it is, others are augmented, each in its way. */
  | {
      readonly kind: 'augmented';
      readonly path: string;
      readonly modified: number;
      readonly size: number;
      /** How it is shrunk, as the setting of that name. */
      readonly resampling: Settings['resampling'];
      readonly shear: number;
      readonly zoom: number;
      readonly flip: boolean;
      readonly seed: number;
      readonly variant: number;
    };

/** An image file, as an answer to a PictureQuery. */
export interface PictureFileBytes {
  /** `image/jpeg` or `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What only hosts ask the engine: answers a page's picture addresses. Throws `picture-unreadable`. */
export interface PicturesApi {
  picture(query: PictureQuery): Promise<PictureFileBytes>;
}

const largest = 2048;

/** An address relative to the page. */
export function pictureUrl({ kind, ...query }: PictureQuery): string {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `pictures/${kind}?${parameters.join('&')}`;
}

/** Null where a text is no number from `from` to `to`. */
function numberOf(text: string | undefined, from: number, to: number): number | null {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  return value >= from && value <= to ? value : null;
}

/** What an address asks for: its path after `pictures/` and its parameters; null for anything that `pictureUrl` doesn't write. */
export function pictureQueryOf(kind: string, parameters: Readonly<Record<string, string>>): PictureQuery | null {
  const { path = '', fit, flip, resampling } = parameters;
  const number = (name: string, from: number, to: number): number | null => numberOf(parameters[name], from, to);
  const modified = number('modified', 0, Number.MAX_SAFE_INTEGER);
  if (path === '' || modified === null) return null;
  if (kind === 'thumbnail') {
    const edge = number('edge', 1, largest);
    return edge === null || (fit !== 'cover' && fit !== 'inside') ? null : { kind, path, modified, edge, fit };
  }
  if (kind !== 'augmented' || (flip !== 'true' && flip !== 'false')) return null;
  if (resampling !== 'antialiased' && resampling !== 'nearest') return null;
  const size = number('size', 1, largest);
  const shear = number('shear', 0, 45);
  const zoom = number('zoom', 0, 0.9);
  const seed = number('seed', 0, 2 ** 31 - 1);
  const variant = number('variant', 0, 1000);
  if (size === null || shear === null || zoom === null || seed === null || variant === null) return null;
  return { kind, path, modified, size, resampling, shear, zoom, flip: flip === 'true', seed, variant };
}
