import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RunPreview } from '../../../../../src/contract/run-view.ts';
import { defaultSettings } from '../../../../../src/contract/settings.ts';
import { shapeWords, whatWillHappen } from '../../../../../src/renderer/src/features/train/setup/what-will-happen.ts';

const preview: RunPreview = {
  layers: [],
  parameters: 813217,
  trainingPictures: 8000,
  testPictures: 2000,
  steps: 250,
  devices: [],
  chosen: 'tensorflow',
  secondsPerEpoch: 5.2,
};

describe('what will happen', () => {
  it('is said with the figures of this computer', () => {
    const sentences = whatWillHappen(preview, defaultSettings).map((text) => text.replaceAll('\u00a0', ' '));
    assert.equal(sentences.length, 4);
    assert.match(sentences[0] ?? '', /64×64 pixels/);
    assert.equal(sentences[1], 'The model sees all 8,000 pictures 25 times, in 250 steps of 32: about 2 min 10 s.');
    assert.equal(sentences[2], 'After each epoch it is tried on the 2,000 test pictures and saved.');
  });

  it('promises nothing that is not measured', () => {
    const unknown = { ...preview, trainingPictures: null, testPictures: null, steps: null, secondsPerEpoch: null };
    assert.deepEqual(whatWillHappen(unknown, defaultSettings).slice(1, 3), [
      'The model sees all pictures 25 times, 32 at a time.',
      'After each epoch it is tried on the test pictures and saved.',
    ]);
    assert.equal(
      whatWillHappen(null, { ...defaultSettings, epochs: 1 })[1],
      'The model sees all pictures once, 32 at a time.',
    );
  });

  it('says what a missing test set means', () => {
    assert.match(
      whatWillHappen({ ...preview, testPictures: 0 }, defaultSettings)[2] ?? '',
      /There are no test pictures/,
    );
  });

  it('writes shapes as people do', () => {
    assert.equal(shapeWords([62, 62, 32]), '62 × 62 × 32');
    assert.equal(shapeWords([128]), '128');
  });
});
