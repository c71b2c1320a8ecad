import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PictureQuery } from '../../src/contract/pictures.ts';
import { augmentation } from '../../src/engine/augmentation/affine.ts';
import type { RenderedPicture, Rendering } from '../../src/engine/ports.ts';
import { createPictures } from '../../src/studio/pictures.ts';
import { pictureParts, pictureFiles, writeSet } from '../support/picture-set.ts';

const thumbnail = (path: string, modified = 1): PictureQuery => ({
  kind: 'thumbnail',
  path,
  modified,
  edge: 20,
  fit: 'cover',
});

const augmented = (variant: number): Extract<PictureQuery, { kind: 'augmented' }> => ({
  kind: 'augmented',
  path: '/a.jpg',
  modified: 1,
  size: 16,
  resampling: 'nearest',
  shear: 10,
  zoom: 0.2,
  flip: true,
  seed: 5,
  variant,
});

/** Answers with the number of the rendering, and keeps what was asked for. */
function counting(
  answer: (number: number) => RenderedPicture = (number) => ({ type: 'image/png', bytes: Uint8Array.of(number) }),
) {
  const asked: Rendering[] = [];
  const render = (_: string, rendering: Rendering): Promise<RenderedPicture> =>
    Promise.resolve(answer(asked.push(rendering)));
  return { asked, api: createPictures({ pictures: { render } }) };
}

test('a thumbnail is an image file', async (t) => {
  const { pictures } = await pictureParts(t);
  const folder = await writeSet(t, await pictureFiles({ cats: 1 }));
  const { type, bytes } = await createPictures({ pictures }).picture(thumbnail(`${folder}/cats/0.png`));
  assert.equal(type, 'image/jpeg');
  assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xd8]);
});

test('what can not be shown is an error with its cause', async (t) => {
  const { pictures } = await pictureParts(t);
  await assert.rejects(createPictures({ pictures }).picture(thumbnail('/no/such/file.jpg')), {
    code: 'picture-unreadable',
    message: '/no/such/file.jpg cannot be shown: the file is gone.',
  });
});

test('an address is drawn once, a changed file anew', async () => {
  const { asked, api } = counting();
  const [one, same] = await Promise.all([api.picture(thumbnail('/a.jpg')), api.picture(thumbnail('/a.jpg'))]);
  assert.deepEqual(
    [one.bytes, same.bytes, (await api.picture(thumbnail('/a.jpg'))).bytes],
    [one.bytes, one.bytes, one.bytes],
  );
  assert.equal(asked.length, 1);
  assert.notDeepEqual((await api.picture(thumbnail('/a.jpg', 2))).bytes, one.bytes);
});

test('a failure is not kept', async () => {
  const { api } = counting((number) =>
    number === 1 ? { reason: 'the file is gone' } : { type: 'image/png', bytes: Uint8Array.of(1) },
  );
  await assert.rejects(api.picture(thumbnail('/a.jpg')), { code: 'picture-unreadable' });
  assert.equal((await api.picture(thumbnail('/a.jpg'))).type, 'image/png');
});

test('variant 0 is the picture as it is, the others what epochs draw for it', async () => {
  const { asked, api } = counting();
  for (const variant of [0, 1, 2]) await api.picture(augmented(variant));
  const spec = { height: 16, width: 16, resampling: 'nearest' };
  const drawn = (epoch: number): unknown => augmentation(5, epoch, 0, { shear: 10, zoom: 0.2, flip: true }, 16);
  assert.deepEqual(
    asked,
    [null, drawn(1), drawn(2)].map((transform) => ({ kind: 'preview', spec, transform })),
  );
});
