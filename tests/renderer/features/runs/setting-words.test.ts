import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  countingSettings,
  differingSettings,
  differsFromTutorial,
  valueWords,
} from '../../../../src/renderer/src/features/runs/setting-words.ts';
import { settingsWith } from '../../../support/example-runs.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const differs = (change: Parameters<typeof settingsWith>[0]): string =>
  plain(differsFromTutorial(settingsWith(change)));

describe('what differs from the tutorial', () => {
  it('is nothing', () => assert.equal(differs({}), 'as in the tutorial'));
  it('is named as people say it', () =>
    assert.equal(differs({ epochs: 40, pictureSize: 128 }), '40 epochs, 128 × 128 pixels'));
  it('is one epoch', () => assert.equal(differs({ epochs: 1 }), '1 epoch'));
  it('is said once where nothing is augmented', () =>
    assert.equal(differs({ shear: 0, zoom: 0, flip: false }), 'no augmentation'));
  it('is a part of the augmentation', () => assert.equal(differs({ flip: false }), 'flip off'));
  it('leaves out what does nothing', () => {
    assert.equal(differs({ momentum: 0.5, plateauPatience: 3 }), 'as in the tutorial');
    assert.equal(differs({ momentum: 0.5, optimizer: 'sgd' }), 'SGD, momentum 0.5');
  });
  it('has units and labels of the table', () =>
    assert.equal(differs({ batchSize: 64, seed: 7 }), 'batch size 64 pictures, seed 7'));
});

describe('settings in words', () => {
  const settings = settingsWith({ optimizer: 'adamW', schedule: 'oneCycle', warmUp: 0, seed: 123456789 });
  it('has names, units and off', () => {
    assert.equal(valueWords('preset', settings), 'Tutorial CNN');
    assert.equal(valueWords('optimizer', settings), 'AdamW');
    assert.equal(valueWords('schedule', settings), 'one cycle');
    assert.equal(valueWords('warmUp', settings), 'off');
    assert.equal(valueWords('flip', settings), 'on');
    assert.equal(valueWords('seed', settings), '123456789');
    assert.equal(plain(valueWords('pictureSize', settings)), '64 × 64 pixels');
  });

  it('lists those that do something', () => {
    const listed = countingSettings(settings);
    assert.ok(listed.includes('weightDecay'));
    assert.ok(!listed.includes('momentum'));
    assert.ok(!listed.includes('plateauFactor'));
  });

  it('finds differences of two runs that matter to one of them', () => {
    const other = settingsWith({ optimizer: 'sgd', momentum: 0.5, plateauFactor: 0.5 });
    assert.deepEqual(differingSettings(settingsWith({}), other), ['optimizer', 'momentum']);
  });
});
