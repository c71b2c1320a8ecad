import type { PictureSpec } from '../../engine/ports.ts';
import type { Decoded } from './decode.ts';

/** What the pool and its processes say to each other; V8's own serialization carries the pixels. */
export interface DecodingRequest {
  readonly id: number;
  readonly paths: readonly string[];
  readonly spec: PictureSpec;
}

export type DecodingReply =
  { readonly type: 'ready' } | { readonly type: 'decoded'; readonly id: number; readonly pictures: readonly Decoded[] };
