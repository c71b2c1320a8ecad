import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  comparedRows,
  notComparable,
  sameSettings,
  ticked,
} from '../../../../src/renderer/src/features/runs/compare.ts';
import { settingNames } from '../../../../src/contract/settings.ts';
import { exampleRun, settingsWith } from '../../../support/example-runs.ts';

describe('ticking runs', () => {
  const one = ticked([], 'one', true);
  const two = ticked(one, 'two', true);

  it('draws the first solid, the second dashed', () =>
    assert.deepEqual(two, [
      { folder: 'one', stroke: 'solid' },
      { folder: 'two', stroke: 'dashed' },
    ]));

  it('lets a third take the place and the stroke of the older; the other keeps its own', () =>
    assert.deepEqual(ticked(two, 'three', true), [
      { folder: 'two', stroke: 'dashed' },
      { folder: 'three', stroke: 'solid' },
    ]));

  it('takes a tick away', () => {
    assert.deepEqual(ticked(two, 'one', false), [{ folder: 'two', stroke: 'dashed' }]);
    assert.deepEqual(ticked(two, 'none', false), two);
  });

  it('never has one run twice', () => assert.equal(ticked(two, 'two', true).length, 2));
});

describe('two runs side by side', () => {
  const small = exampleRun();
  const large = exampleRun({
    folder: '/cats/runs/2',
    settings: settingsWith({ epochs: 40, pictureSize: 128 }),
    best: { accuracy: 0.9, accuracyEpoch: 3, loss: 0.3, lossEpoch: 3 },
    seconds: 300,
    parameters: 1_246_401,
  });

  it('show the settings that differ, then results, the better one marked', () => {
    const rows = comparedRows(small, large).map(({ label, better }) => [label, better]);
    assert.deepEqual(rows, [
      ['Epochs', null],
      ['Picture size', null],
      ['Weights', null],
      ['Best accuracy', 1],
      ['Time', 0],
    ]);
  });

  it('name no better one where they were tested on other pictures', () => {
    const elsewhere = { ...large, fingerprint: 'other' };
    const accuracy = comparedRows(small, elsewhere).find(({ label }) => label === 'Best accuracy');
    assert.equal(accuracy?.better, null);
    assert.equal(
      notComparable(small, elsewhere, 'Run 1'),
      'Run 1 was tested on other pictures; the numbers cannot be compared.',
    );
    assert.equal(notComparable(small, large, 'Run 1'), null);
  });

  it('count what is the same', () => {
    assert.equal(sameSettings(small, large), `${settingNames.length - 2} other settings are the same`);
    assert.equal(sameSettings(small, small), 'All settings are the same');
  });

  it('do without accuracies', () => {
    const rows = comparedRows(exampleRun({ best: null }), large);
    assert.deepEqual(rows.find(({ label }) => label === 'Best accuracy')?.values[0], '–');
  });
});
