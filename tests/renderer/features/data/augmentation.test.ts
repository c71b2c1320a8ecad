import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureQueryOf } from '../../../../src/contract/pictures.ts';
import {
  augmentationOf,
  numberTyped,
  problemOf,
  sampleOf,
  variantUrl,
} from '../../../../src/renderer/src/features/data/augmentation.ts';
import { classOf } from './views.ts';

const queryAt = (address: string) => {
  const url = new URL(address, 'http://page/');
  return pictureQueryOf(url.pathname.replace('/pictures/', ''), Object.fromEntries(url.searchParams));
};

test('all variants are asked for as the network sees them', () => {
  const picture = { path: '/set/ä b.jpg', modified: 7 };
  const settings = { pictureSize: 96, seed: 3, resampling: 'nearest' as const };
  const augmentation = { shear: 1, zoom: 0.5, flip: false };
  const seen = { size: 96, resampling: 'nearest', ...augmentation, seed: 3 };
  const expected = { kind: 'augmented', path: '/set/ä b.jpg', modified: 7, ...seen };
  assert.deepEqual(queryAt(variantUrl(picture, augmentation, settings, 4)), { ...expected, variant: 4 });
  assert.deepEqual(queryAt(variantUrl(picture, augmentation, settings, 0)), { ...expected, variant: 0 });
});

test('settings that nobody changed have their defaults', () => {
  const address = variantUrl({ path: '/a.jpg', modified: 1 }, augmentationOf({}), {}, 1);
  assert.match(address, /size=64&resampling=antialiased/);
  assert.deepEqual(augmentationOf({ zoom: 0 }), { shear: 0.2, zoom: 0, flip: true });
});

test('numbers as people type them', () => {
  assert.equal(numberTyped(' 0.25 '), 0.25);
  assert.equal(numberTyped('0,25'), 0.25);
  assert.equal(numberTyped(''), null);
  assert.equal(numberTyped('much'), null);
});

test('what is no setting says why', () => {
  assert.equal(problemOf('shear', '45'), null);
  assert.equal(problemOf('shear', '46'), 'Shear must be a number from 0 to 45 degrees.');
  assert.equal(problemOf('zoom', 'x'), 'Zoom must be a number from 0 to 0.9.');
});

test('the pictures shown take turns between the classes and begin again', () => {
  const classes = [classOf('cats', 9, ['c1', 'c2']), classOf('dogs', 9, ['d1'])];
  const shown = [0, 1, 2, 3].map((number) => sampleOf(classes, number)?.path);
  assert.deepEqual(shown, ['c1', 'd1', 'c2', 'c1']);
  assert.equal(sampleOf([], 5), null);
});
