/** Entry of the thread that reads batches from the picture cache and augments them beside the training thread. */
import { readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { LoadingReply, LoadingRequest } from '../adapters/pictures/loading-messages.ts';
import { warp } from '../engine/augmentation/warp.ts';

parentPort?.on('message', (request: LoadingRequest) => {
  try {
    const pixels = load(request);
    parentPort?.postMessage({ id: request.id, pixels } satisfies LoadingReply, [pixels.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id: request.id, problem: String(error) } satisfies LoadingReply);
  }
});

function load({ file, height, width, pictures }: LoadingRequest): Uint8Array<ArrayBuffer> {
  const bytes = height * width * 3;
  const batch = new Uint8Array(pictures.length * bytes);
  const stored = new Uint8Array(bytes);
  pictures.forEach(({ slot, transform }, at) => {
    const [target, offset] = transform ? [stored, 0] : [batch, at * bytes];
    const read = readSync(file, target, offset, bytes, slot * bytes);
    if (read < bytes) throw new Error(`the pixel file ends inside picture ${slot}`);
    if (transform) warp({ pixels: stored, offset: 0 }, { pixels: batch, offset: at * bytes }, height, width, transform);
  });
  return batch;
}
