import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/**
 * WebGPU tells of failures beside the calls that failed and goes on with zeros. Here the next value read tells: a backend
 * whose `read` rejects where anything failed since the read before, memory that is used up included.
 */
export function checkedReads(backend: WebGPUBackend, device: GPUDevice): WebGPUBackend {
  let failure: string | null = null;
  let lost: string | null = null;
  device.addEventListener('uncapturederror', (event) => {
    // Dawn would print it.
    event.preventDefault();
    // What follows from the first failure says less.
    failure ??= inWords(event.error);
  });
  void device.lost.then(({ message }) => (lost = `the GPU is gone: ${message}`));
  const read = backend.read.bind(backend);
  backend.read = async (dataId) => {
    try {
      const values = await read(dataId);
      if (failure === null && lost === null) return values;
    } catch (error) {
      failure ??= error instanceof Error ? error.message : String(error);
    }
    const reason = lost ?? failure ?? '';
    failure = null;
    throw new Error(`WebGPU: ${reason}`);
  };
  return backend;
}

/** A tensor that is too large for one buffer is too large for the memory, too, as far as a person can do something. */
const tooLarge = /exceeds the max buffer size|larger than the max\w* .*binding size/;

/** "Resource exhausted" is what memory-guard.ts looks for. */
function inWords(error: GPUError): string {
  const [first = ''] = error.message.split('\n');
  const exhausted = error.constructor.name === 'GPUOutOfMemoryError' || tooLarge.test(first);
  return exhausted ? `Resource exhausted: ${first}` : first;
}
