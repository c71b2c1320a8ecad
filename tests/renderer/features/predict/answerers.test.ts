import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  answererOf,
  answering,
  epochOf,
  epochWords,
  measured,
} from '../../../../src/renderer/src/features/predict/answerers.ts';
import { exampleRun } from '../../../support/example-runs.ts';

const plain = (text: string | null): string | null => text?.replaceAll('\u00a0', ' ') ?? null;
const newest = exampleRun({ folder: '/cats/runs/3', epochs: 0, best: null, accuracies: [], state: 'running' });
const middle = exampleRun({ folder: '/cats/runs/2' });
const oldest = exampleRun({ folder: '/cats/runs/1' });
const runs = [newest, middle, oldest];

describe('which run answers', () => {
  it('is the newest that has finished an epoch', () => {
    assert.deepEqual(answering(runs), [middle, oldest]);
    assert.equal(answererOf(runs, null), middle);
  });
  it('is the chosen one, while it is there', () => {
    assert.equal(answererOf(runs, oldest.folder), oldest);
    assert.equal(answererOf(runs, '/cats/runs/deleted'), middle);
  });
  it('is none before the first epoch', () => assert.equal(answererOf([newest], null), null));
});

describe('how good it is', () => {
  it('is said for the weights that answer', () => {
    assert.equal(epochOf(middle, 'best'), 2);
    assert.equal(epochOf(middle, 'last'), 3);
    assert.equal(epochWords(middle, 'best'), 'Best, epoch 2');
    assert.equal(plain(measured(middle, 'best')), 'Right on 70.0 % of 2,000 test pictures.');
    assert.equal(plain(measured(middle, 'last')), 'Right on 65.0 % of 2,000 test pictures.');
  });
  it('says where the pictures are those it learned from', () =>
    assert.equal(
      plain(measured(exampleRun({ testPictures: 0 }), 'best')),
      'Right on 70.0 % of 8,000 training pictures, the ones it learned from.',
    ));
  it('is unknown before the first epoch', () => assert.equal(measured(newest, 'best'), null));
});
