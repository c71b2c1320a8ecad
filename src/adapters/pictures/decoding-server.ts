import { decodePicture } from './decode.ts';
import type { Decoded } from './decode.ts';
import type { DecodingReply, DecodingRequest } from './decoding-messages.ts';

/** What a decoding process does for its whole life: one request after the other, until its parent is gone. */
export function serveDecoding(): void {
  let work = Promise.resolve();
  process.on('message', (request: DecodingRequest) => {
    work = work.then(() => answer(request));
  });
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C reaches every process of a terminal; what it means is the parent's decision.
  process.on('SIGINT', () => undefined);
  send({ type: 'ready' });
}

async function answer({ id, paths, spec }: DecodingRequest): Promise<void> {
  const pictures: Decoded[] = [];
  for (const path of paths) pictures.push(await decodePicture(path, spec));
  send({ type: 'decoded', id, pictures });
}

function send(reply: DecodingReply): void {
  // The callback takes the error of a parent that has just gone; `disconnect` follows.
  process.send?.(reply, undefined, undefined, () => undefined);
}
