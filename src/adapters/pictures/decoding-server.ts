import { decodePicture } from './decode.ts';
import type { Pixels } from './decode.ts';
import type { DecodingReply, DecodingRequest, Work } from './decoding-messages.ts';
import type { Refusal } from './reasons.ts';
import { renderPicture } from './render.ts';
import type { Rendered, Warp } from './render.ts';

type Result = Pixels | Rendered;

/** What a decoding process does for its whole life: one request after the other, until its parent is gone. */
export function serveDecoding(warp: Warp): void {
  let work = Promise.resolve();
  process.on('message', (request: DecodingRequest) => {
    work = work.then(() => answer(request, warp));
  });
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C reaches every process of a terminal; what it means is the parent's decision.
  process.on('SIGINT', () => undefined);
  send({ type: 'ready' });
}

async function answer({ id, paths, work }: DecodingRequest, warp: Warp): Promise<void> {
  const results: (Result | Refusal)[] = [];
  for (const path of paths) results.push(await done(path, work, warp));
  send({ type: 'done', id, results });
}

function done(path: string, work: Work, warp: Warp): Promise<Result | Refusal> {
  return work.kind === 'decode' ? decodePicture(path, work.spec) : renderPicture(path, work, warp);
}

function send(reply: DecodingReply<Result>): void {
  // The callback takes the error of a parent that has just gone; `disconnect` follows.
  process.send?.(reply, undefined, undefined, () => undefined);
}
