/** TensorFlow's CUDA build, which a person fetches once. */
import type { GpuPackState } from '../../contract/events.ts';
import type { StopSignal } from './process.ts';

export interface GpuPackStatus {
  readonly state: GpuPackState;
  readonly folder: string;
  /** On disk, in bytes; what is left to fetch; what an installation needs free. */
  readonly bytes: number;
  readonly toFetch: number;
  readonly needed: number;
  /** Whether the system has NVIDIA's driver, without which the pack computes on the CPU. */
  readonly driver: boolean;
}

export interface InstallOptions {
  readonly signal: StopSignal;
  /** `done` and `total` are bytes of the whole. */
  readonly onFetch: (file: string, done: number, total: number) => void;
  readonly onUnpack: (file: string) => void;
}

/** TensorFlow's CUDA build with NVIDIA's libraries, which a person fetches once. */
export interface GpuPack {
  status(): Promise<GpuPackStatus>;
  /**
   * Makes the pack whole and returns how many bytes that took to fetch; goes on where an interrupted call ended. Rejects
   * with the signal's reason when aborted, what was fetched stays; or with PawlabError `gpu-pack-unsupported`,
   * `gpu-pack-busy`, `python-missing`, `download-failed`, `download-altered`, `unpacking-failed`, `device-unavailable`
   * (no TensorFlow to take the addon from), `disk-full` or `not-writable`.
   */
  install(options: InstallOptions): Promise<number>;
  /** Deletes the pack and what was fetched for it; returns how many bytes that freed. Rejects with `gpu-pack-busy`. */
  remove(): Promise<number>;
}
