import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureQueryOf, pictureUrl, type PictureQuery } from '../../src/contract/pictures.ts';

const thumbnail = {
  kind: 'thumbnail',
  path: '/Bilder & mehr/猫 "1"?#%/ä+b.jpg',
  modified: 1700000000000.5,
  edge: 160,
  fit: 'cover',
} as const satisfies PictureQuery;

const augmented = {
  kind: 'augmented',
  path: 'C:\\pictures\\cat.1.jpg',
  modified: 12,
  size: 64,
  resampling: 'nearest',
  shear: 0.2,
  zoom: 0.2,
  flip: true,
  seed: 7,
  variant: 8,
} as const satisfies PictureQuery;

/** As a host takes an address apart. */
function read(address: string): PictureQuery | null {
  const url = new URL(address, 'https://host/page/');
  const kind = url.pathname.split('/').at(-1) ?? '';
  return pictureQueryOf(kind, Object.fromEntries(url.searchParams));
}

for (const query of [thumbnail, augmented] satisfies PictureQuery[]) {
  test(`an address says what it asks for, whatever the file is called: ${query.kind}`, () => {
    assert.deepEqual(read(pictureUrl(query)), query);
  });
}

test('an address is relative to the page', () => {
  assert.match(pictureUrl(augmented), /^pictures\/augmented\?/);
});

test('what no page writes is no address', () => {
  const good = { path: '/a', modified: '1', edge: '160', fit: 'cover' };
  assert.notEqual(pictureQueryOf('thumbnail', good), null);
  const wrong: readonly Readonly<Record<string, string>>[] = [
    {},
    { ...good, path: '' },
    { ...good, modified: '' },
    { ...good, modified: '-1' },
    { ...good, modified: 'yesterday' },
    { ...good, edge: '0' },
    { ...good, edge: '2049' },
    { ...good, edge: 'Infinity' },
    { ...good, edge: ' ' },
    { ...good, fit: 'fill' },
  ];
  for (const parameters of wrong)
    assert.equal(pictureQueryOf('thumbnail', parameters), null, JSON.stringify(parameters));
  assert.equal(pictureQueryOf('original', good), null);
  assert.equal(pictureQueryOf('augmented', good), null);
});

test('augmentation out of range is no address', () => {
  const { kind, ...values } = augmented;
  const good = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  assert.deepEqual(pictureQueryOf(kind, good), augmented);
  for (const [name, value] of [
    ['size', '0'],
    ['resampling', 'bicubic'],
    ['shear', '46'],
    ['zoom', '1'],
    ['flip', 'yes'],
    ['seed', '-1'],
    ['seed', String(2 ** 31)],
    ['variant', '1001'],
  ] as const) {
    assert.equal(pictureQueryOf(kind, { ...good, [name]: value }), null, `${name} ${value}`);
  }
});
