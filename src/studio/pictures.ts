import { PawlabError } from '../contract/errors.ts';
import type { PictureFileBytes, PictureQuery, PicturesApi } from '../contract/pictures.ts';
import { pictureUrl } from '../contract/pictures.ts';
import { augmentation } from '../engine/augmentation/affine.ts';
import type { Rendering } from '../engine/ports.ts';
import type { Parts } from './parts.ts';
import { createRecent } from './recent.ts';

/** Bytes of images kept for pages that come back to them. */
const bytesKept = 32_000_000;

interface PicturesParts {
  readonly pictures: Pick<Parts['pictures'], 'render'>;
}

/** Answers the picture addresses of pages. An address asked for twice at once is drawn once. */
export function createPictures({ pictures }: PicturesParts): PicturesApi {
  const drawn = createRecent<PictureFileBytes>(bytesKept);
  const drawing = new Map<string, Promise<PictureFileBytes>>();

  async function draw(address: string, query: PictureQuery): Promise<PictureFileBytes> {
    try {
      const rendered = await pictures.render(query.path, renderingOf(query));
      if ('reason' in rendered) throw unreadable(query.path, rendered.reason);
      drawn.add(address, rendered, rendered.bytes.length);
      return rendered;
    } finally {
      drawing.delete(address);
    }
  }

  return {
    picture(query) {
      const address = pictureUrl(query);
      const known = drawn.get(address);
      if (known !== null) return Promise.resolve(known);
      const begun = drawing.get(address) ?? draw(address, query);
      drawing.set(address, begun);
      return begun;
    },
  };
}

const unreadable = (path: string, reason: string): PawlabError =>
  new PawlabError(
    'picture-unreadable',
    `${path} cannot be shown: ${reason}.`,
    'Choose another picture, or replace the file by one that opens in other programs. It was not changed.',
  );

function renderingOf(query: PictureQuery): Rendering {
  if (query.kind === 'thumbnail') return { kind: 'thumbnail', edge: query.edge, fit: query.fit };
  const { size, resampling, seed, variant } = query;
  const spec = { height: size, width: size, resampling };
  return { kind: 'preview', spec, transform: variant === 0 ? null : augmentation(seed, variant, 0, query, size) };
}
