import { PawlabError } from '../contract/errors.ts';
import { pictureQueryOf, type PictureQuery, type PicturesApi } from '../contract/pictures.ts';
import { atMost } from './at-most.ts';
import { inWords } from './in-words.ts';

type PictureAnswers = (kind: string, parameters: URLSearchParams, signal: AbortSignal) => Promise<Response>;

/** A page that scrolls asks for hundreds and gives most of them up again: so many wait in the engine, the rest here. */
const inFlight = 8;

/** The picture's time is part of its address. */
const keeping = 'private, max-age=31536000, immutable';

/** Answers picture addresses: 400 for what is none, 404 with the reason where a picture can't be read. */
export function createPictureAnswers(pictures: PicturesApi, onBug: (error: unknown) => void): PictureAnswers {
  const turn = atMost(inFlight);

  async function answer(query: PictureQuery, signal: AbortSignal): Promise<Response> {
    if (signal.aborted) return inWords(499, 'Nobody waits for this picture any more.');
    const { type, bytes } = await pictures.picture(query);
    // A copy, because the type of what crossed a process says nothing of whose memory it is.
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'cache-control': keeping } });
  }

  return (kind, parameters, signal) => {
    const query = pictureQueryOf(kind, Object.fromEntries(parameters));
    if (query === null) return Promise.resolve(inWords(400, 'This is not the address of a picture.'));
    return turn(() => answer(query, signal)).catch((error: unknown) => failed(error, onBug));
  };
}

function failed(error: unknown, onBug: (error: unknown) => void): Response {
  if (error instanceof PawlabError) return inWords(error.code === 'engine-stopped' ? 503 : 404, error.message);
  onBug(error);
  return inWords(500, 'Pawlab made a mistake. The log holds the details.');
}
