import type { AffineMatrix } from '../../engine/ports.ts';

/** What the store and the thread that loads batches say to each other. */
export interface LoadingRequest {
  readonly id: number;
  /** File descriptor of the pixel file: descriptors belong to the process, so the thread reads what the store opened. */
  readonly file: number;
  readonly height: number;
  readonly width: number;
  readonly pictures: readonly { readonly slot: number; readonly transform: AffineMatrix | null }[];
}

export type LoadingReply =
  { readonly id: number; readonly pixels: Uint8Array } | { readonly id: number; readonly problem: string };
