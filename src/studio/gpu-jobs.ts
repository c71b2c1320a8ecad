import type { GpuPack } from '../engine/ports.ts';
import type { JobContext } from './parts.ts';
import { limited } from './progress.ts';

/** What the jobs of the GPU pack need of the program's parts. */
export interface GpuParts {
  readonly gpuPack: GpuPack;
  /** Milliseconds, rising. */
  readonly clock: () => number;
}

/** Says whether the GPU pack is there. */
export async function gpuPackJob({ gpuPack }: GpuParts, { report }: JobContext): Promise<void> {
  const { state, folder, bytes, toFetch, needed } = await gpuPack.status();
  report({ type: 'gpu_pack', state, folder, bytes, toFetch, needed });
}

/** Fetches what is missing of the GPU pack. */
export async function installGpuPackJob({ gpuPack, clock }: GpuParts, context: JobContext): Promise<void> {
  const { report, signal } = context;
  const started = clock();
  const before = await gpuPack.status();
  if (before.state !== 'unsupported' && !before.driver) {
    const text = 'No NVIDIA driver was found on this computer: until there is one, the GPU pack computes on the CPU.';
    report({ type: 'notice', text });
  }
  let fetching = '';
  const progress = limited(clock, (done, total) => report({ type: 'fetching', file: fetching, done, total }));
  const fetched = await gpuPack.install({
    signal,
    onFetch: (file, done, total) => {
      fetching = file;
      progress(done, total);
    },
    onUnpack: (file) => report({ type: 'unpacking', file }),
  });
  const { folder, bytes } = await gpuPack.status();
  report({ type: 'gpu_pack_installed', folder, bytes, fetched, seconds: (clock() - started) / 1000 });
}

/** Deletes the GPU pack. */
export async function removeGpuPackJob({ gpuPack }: GpuParts, { report }: JobContext): Promise<void> {
  const { folder } = await gpuPack.status();
  report({ type: 'gpu_pack_removed', folder, bytes: await gpuPack.remove() });
}
