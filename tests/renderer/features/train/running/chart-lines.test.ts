import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  behindOf,
  bestMark,
  chartSentence,
  newestValue,
  seriesOf,
} from '../../../../../src/renderer/src/features/train/running/chart-lines.ts';
import { epochEvent, inFirstEpoch, training } from '../trainings.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('lines of a chart', () => {
  it('have a point after each epoch, training also one where it is now', () => {
    const [train, test] = seriesOf(training(), 'loss');
    assert.deepEqual(train?.points.at(-1), { x: 6 + 143 / 250, y: 0.497 });
    assert.deepEqual(train.points[0], { x: 1, y: 0.668 });
    assert.deepEqual(test?.points.at(-1), { x: 6, y: 0.534 });
    assert.equal(test.points.length, 6);
  });

  it('are one line only where there is no test set', () => {
    const epochs = [epochEvent(1, { testLoss: null, testAccuracy: null })];
    assert.equal(seriesOf(training({ epochs, testPictures: 0 }), 'accuracy').length, 1);
    assert.equal(seriesOf(inFirstEpoch(), 'accuracy').length, 2);
  });

  it('name their newest value', () => {
    const [train, test] = seriesOf(training(), 'accuracy');
    assert.equal(train === undefined ? '' : plain(newestValue(train, 'accuracy') ?? ''), '75.7 %');
    assert.equal(test === undefined ? '' : plain(newestValue(test, 'accuracy') ?? ''), '73.3 %');
    const [, none] = seriesOf(inFirstEpoch(), 'loss');
    assert.equal(none === undefined ? '' : newestValue(none, 'loss'), null);
  });

  it('mark the best epoch', () => {
    assert.deepEqual(bestMark(training()), { x: 5, label: 'Best: epoch 5' });
    assert.equal(bestMark(inFirstEpoch()), null);
  });

  it('leave out what is mostly chance', () => {
    const curve = [2.01, 2.2, 3].map((epoch) => ({ epoch, loss: epoch, accuracy: 0 }));
    assert.deepEqual(
      behindOf(curve, 'loss').map(({ x }) => x),
      [2.2, 3],
    );
  });

  it('have a gap behind them where an epoch begins anew', () => {
    const curve = [0.5, 1, 1.5].map((epoch) => ({ epoch, loss: epoch, accuracy: 0 }));
    assert.deepEqual(behindOf(curve, 'loss'), [
      { x: 0.5, y: 0.5 },
      { x: 1, y: 1 },
      { x: 1.5, y: NaN },
      { x: 1.5, y: 1.5 },
    ]);
  });
});

describe('sentence of a chart', () => {
  it('says what the line shows', () => {
    assert.equal(
      plain(chartSentence(training(), 'accuracy')),
      'Test accuracy rises from 64.2 % to 73.3 %, best at epoch 5',
    );
    assert.equal(plain(chartSentence(training(), 'loss')), 'Test loss falls from 0.634 to 0.534, best at epoch 5');
  });

  it('speaks of training before the first test, and of nothing before the first step', () => {
    assert.equal(plain(chartSentence(inFirstEpoch(), 'accuracy')), 'Training accuracy is 75.7 %');
    assert.equal(chartSentence(inFirstEpoch({ step: null }), 'loss'), 'Training loss: nothing measured yet');
  });
});
