/** A program of its own that prepares pictures: `prepare-pictures.ts CACHE DATASET SIDE`, the files as JSON on stdin. */
import { text } from 'node:stream/consumers';
import { createPictureStore } from '../../src/adapters/pictures/store.ts';
import type { PictureFile } from '../../src/engine/ports.ts';

const [cacheFolder = '', dataset = '', side = ''] = process.argv.slice(2);
const files = JSON.parse(await text(process.stdin)) as PictureFile[];
const store = createPictureStore({
  cacheFolder,
  loader: new URL('../../src/engine-host/picture-loader.ts', import.meta.url),
  decoder: new URL('../../src/engine-host/decoder.ts', import.meta.url),
  processes: 1,
});
const spec = { height: Number(side), width: Number(side), resampling: 'antialiased' } as const;
const pictures = await store.prepare(dataset, files, spec, {
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
const pixels = await pictures.load(files.map((_, file) => ({ file, transform: null })));
process.stdout.write(JSON.stringify([...pixels]));
await pictures.close();
await store.close();
