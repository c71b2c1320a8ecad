import type { PictureSpec, Rendering } from '../../engine/ports.ts';
import type { Refusal } from './reasons.ts';

/** What a decoding process can do with a picture. */
export type Work = { readonly kind: 'decode'; readonly spec: PictureSpec } | Rendering;

/** What the pools and their processes say to each other; V8's own serialization carries the pixels. */
export interface DecodingRequest {
  readonly id: number;
  readonly paths: readonly string[];
  readonly work: Work;
}

export type DecodingReply<Result> =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly id: number; readonly results: readonly (Result | Refusal)[] };
