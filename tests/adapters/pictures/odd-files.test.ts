import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodePicture } from '../../../src/adapters/pictures/decode.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/odd');
const missing = existsSync(folder) ? false : 'shared/data/odd is not on this machine';

const reasons: Record<string, string> = {
  '11702.jpg': 'the file is empty',
  '666.jpg': 'the file is empty',
  'LICENSE.pillow.txt': 'not a picture',
  'LICENSE.sharp.txt': 'not a picture',
  'Thumbs.db': 'not a picture',
  'broken.png': 'the file is damaged or cut off',
  'cat.101.bmp_named.jpg': 'a BMP picture, which cannot be read here',
  'corrupt-header.jpg': 'the file is cut off',
  'hopper.bmp': 'a BMP picture, which cannot be read here',
  'text.jpg': 'not a picture',
  'truncated.jpg': 'the file is cut off',
  'truncated_image.png': 'the file is damaged or cut off',
  'truncated_jpeg.jpg': 'the file is cut off',
};

for (const resampling of ['antialiased', 'nearest'] as const) {
  test(`every odd file gives a picture or its reason (${resampling})`, { skip: missing }, async () => {
    const spec = { height: 64, width: 64, resampling };
    const before = process.resourceUsage().maxRSS;
    for (const name of readdirSync(folder)) {
      const decoded = await decodePicture(join(folder, name), spec);
      const outcome = 'reason' in decoded ? decoded.reason : decoded.pixels.length;
      assert.equal(outcome, reasons[name] ?? 64 * 64 * 3, name);
    }
    const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
    assert.ok(megabytes < 500, `${megabytes.toFixed(0)} MB, the 20000 x 14000 JPEG among them`);
  });
}
