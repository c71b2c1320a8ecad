/** What a page asks for besides the contract: its own files, pictures, and a place for files without a path. Both hosts answer with it. */
import type { PicturesApi } from '../contract/pictures.ts';
import { inWords } from './in-words.ts';
import { pageFile } from './page-files.ts';
import { createPictureAnswers } from './picture-answers.ts';
import type { Uploads } from './uploads.ts';

export interface WebOptions {
  /** The folder of the built page, which holds index.html. */
  readonly page: string;
  readonly pictures: PicturesApi;
  readonly uploads: Uploads;
  readonly onBug: (error: unknown) => void;
}

export type Web = (request: Request) => Promise<Response>;

/**
 * Nothing that the page didn't bring along runs or is loaded. Styles may be inline: the parts that place menus and dialogs
 * write them into elements. `blob:` is a picture that a person dropped, `data:` small images that the build puts into styles.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headersOfAll = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

export function createWeb({ page, pictures, uploads, onBug }: WebOptions): Web {
  const picture = createPictureAnswers(pictures, onBug);

  function route(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const [, folder = '', name = ''] = pathname.split('/');
    if (request.method === 'POST') {
      return folder === 'uploads' ? uploads.take(searchParams.get('name') ?? '', request) : Promise.resolve(refused());
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return Promise.resolve(refused());
    return folder === 'pictures' ? picture(name, searchParams, request.signal) : pageFile(page, pathname);
  }

  return async (request) => {
    const response = await route(request).catch((error: unknown) => {
      onBug(error);
      return inWords(500, 'Pawlab made a mistake. The log holds the details.');
    });
    for (const [name, value] of Object.entries(headersOfAll)) response.headers.set(name, value);
    return response;
  };
}

const refused = (): Response => inWords(405, 'Nothing takes this here.');
