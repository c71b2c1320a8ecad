import sharp from 'sharp';
import type { AffineMatrix, PictureSpec, Rendering } from '../../engine/ports.ts';
import { decodePicture, onWhite } from './decode.ts';
import { headerOf } from './headers.ts';
import { drawing, withPicture } from './opening.ts';
import type { Refusal } from './reasons.ts';

export interface Rendered {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** Transforms pixels (height x width x 3) as training does. */
export type Warp = (pixels: Uint8Array, spec: PictureSpec, transform: AffineMatrix) => Uint8Array;

type Thumbnail = Extract<Rendering, { kind: 'thumbnail' }>;
type Preview = Extract<Rendering, { kind: 'preview' }>;

/** A picture for people. Never rejects for what a file holds. */
export function renderPicture(path: string, rendering: Rendering, warp: Warp): Promise<Rendered | Refusal> {
  return rendering.kind === 'thumbnail' ? thumbnail(path, rendering) : preview(path, rendering, warp);
}

/** Shows no blocks of its own at the size of a thumbnail. */
const jpegQuality = 80;

function thumbnail(path: string, { edge, fit }: Thumbnail): Promise<Rendered | Refusal> {
  return withPicture(path, async (bytes) => {
    const side = fit === 'cover' ? await squareOf(bytes, edge) : edge;
    const file = await drawing(bytes, (whole, options) =>
      onWhite(sharp(whole, options).autoOrient().resize(side, side, { fit, withoutEnlargement: true }))
        .jpeg({ quality: jpegQuality })
        .toBuffer(),
    );
    return { type: 'image/jpeg', bytes: file };
  });
}

/** The side of the largest square that needs no enlarging. */
async function squareOf(bytes: Uint8Array, edge: number): Promise<number> {
  const { width, height } = headerOf(bytes) ?? (await sharp(bytes, { limitInputPixels: false }).metadata());
  return Math.max(1, Math.min(edge, width, height));
}

async function preview(path: string, { spec, transform }: Preview, warp: Warp): Promise<Rendered | Refusal> {
  const decoded = await decodePicture(path, spec);
  if ('reason' in decoded) return decoded;
  const pixels = transform === null ? decoded.pixels : warp(decoded.pixels, spec, transform);
  const { width, height } = spec;
  const bytes = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return { type: 'image/png', bytes };
}
