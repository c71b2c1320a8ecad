import assert from 'node:assert/strict';
import { File } from 'node:buffer';
import { describe, it } from 'node:test';
import { PawlabError } from '../../../../src/contract/errors.ts';
import {
  fromFiles,
  fromPaths,
  namedPasted,
  type Upload,
} from '../../../../src/renderer/src/features/predict/incoming.ts';

const file = (name: string): File => new File(['bytes'], name, { type: 'image/png' });
const given = (name: string) => ({ file: file(name), name });
const upload: Upload = (_, name) => Promise.resolve(`/uploads/${name}`);

describe('incoming pictures', () => {
  it('are named after their files', () =>
    assert.deepEqual(fromPaths(['/home/me/rex.jpg']), [{ path: '/home/me/rex.jpg', name: 'rex.jpg' }]));

  it('keep their order and the name that people read', async () => {
    const { pictures, problem } = await fromFiles([given('b.png'), ...namedPasted([file('image.png')], 3)], upload);
    assert.deepEqual(pictures, [
      { path: '/uploads/b.png', name: 'b.png' },
      { path: '/uploads/Pasted picture 3', name: 'Pasted picture 3' },
    ]);
    assert.equal(problem, null);
  });

  it('that are refused leave the others', async () => {
    const refusing: Upload = (other, name) =>
      name === 'large.png'
        ? Promise.reject(new PawlabError('disk-full', 'The disk is full.', 'Free some space.'))
        : upload(other, name);
    const { pictures, problem } = await fromFiles([given('large.png'), given('small.png')], refusing);
    assert.deepEqual(pictures, [{ path: '/uploads/small.png', name: 'small.png' }]);
    assert.equal(problem, 'large.png: The disk is full. Free some space.');
  });
});

describe('pasted pictures', () => {
  it('have numbers where they have no names', () =>
    assert.deepEqual(
      namedPasted([file('image.png'), file('rex.jpg'), file('image.png')], 1).map(({ name }) => name),
      ['Pasted picture 1', 'rex.jpg', 'Pasted picture 3'],
    ));
});
