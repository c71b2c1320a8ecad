import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';
import { factsOf } from '../../../src/adapters/pictures/facts.ts';
import { headerOf } from '../../../src/adapters/pictures/headers.ts';
import { quarters } from '../../support/drawn-pictures.ts';

test('every kind of file tells its kind and its size', async () => {
  const drawn = quarters(40, 30);
  const files = { JPEG: 'jpeg', PNG: 'png', GIF: 'gif', WebP: 'webp', TIFF: 'tiff', AVIF: 'avif' } as const;
  for (const [format, id] of Object.entries(files)) {
    const { content, ...facts } = await factsOf(await drawn.clone().toFormat(id).toBuffer());
    assert.deepEqual(facts, { format, width: 40, height: 30, orientation: 1 });
    assert.match(content, /^[0-9a-f]{32}$/);
  }
});

test('a turned picture tells its size as people see it', async () => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const bytes = await quarters(40, 30).withMetadata({ orientation }).toFormat(format).toBuffer();
      const facts = await factsOf(bytes);
      const [width, height] = orientation >= 5 ? [30, 40] : [40, 30];
      assert.deepEqual([facts.orientation, facts.width, facts.height], [orientation, width, height], format);
    }
  }
});

test('the same bytes have the same content, others another', async () => {
  const [one, other] = [await quarters().jpeg().toBuffer(), await quarters().jpeg({ quality: 70 }).toBuffer()];
  assert.equal((await factsOf(one)).content, (await factsOf(Buffer.from(one))).content);
  assert.notEqual((await factsOf(one)).content, (await factsOf(other)).content);
});

test('a header cut off anywhere is none, and never an error', async () => {
  for (const format of ['jpeg', 'png'] as const) {
    const bytes = await quarters().withMetadata({ orientation: 6 }).toFormat(format).toBuffer();
    const whole = headerOf(bytes);
    assert.ok(whole);
    for (let length = 0; length < bytes.length; length++) {
      const header = headerOf(bytes.subarray(0, length));
      if (header !== null) assert.deepEqual(header, whole);
    }
  }
});

const odd = new URL('../../../../shared/data/odd/', import.meta.url);

test('headers are read as libvips reads them', { skip: !existsSync(odd) && 'the odd files are not here' }, async () => {
  for (const name of await readdir(odd)) {
    const bytes = await readFile(new URL(name, odd));
    const header = headerOf(bytes);
    if (header === null) continue;
    const read = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width, height, orientation = 1 } = read;
    assert.deepEqual(header, { width, height, orientation }, name);
  }
});
