import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { announcement, type Told } from '../../../../../src/renderer/src/features/train/running/announcements.ts';
import type { Shown } from '../../../../../src/renderer/src/features/train/shown.ts';
import { epochEvent, stepEvent, training } from '../trainings.ts';

/** What is said while a page sees these states one after the other. */
function heard(states: readonly Shown[]): readonly string[] {
  let told: Told | null = null;
  const texts: string[] = [];
  for (const shown of states) {
    const news = announcement(told, shown);
    told = news.told;
    if (news.text !== null) texts.push(news.text.replaceAll('\u00a0', ' '));
  }
  return texts;
}

/** A training of so many epochs, seen after each of them. */
function epochByEpoch(
  total: number,
  seconds: number,
  best: (epoch: number) => boolean = () => false,
): readonly Shown[] {
  const events = Array.from({ length: total }, (_, index) =>
    epochEvent(index + 1, { epochs: total, seconds, bestAccuracy: best(index + 1) }),
  );
  return [0, ...events.map(({ epoch }) => epoch)].map((done) =>
    training({ total, epochs: events.slice(0, done), step: null }),
  );
}

describe('announcements', () => {
  it('are silent when the page opens, whatever it shows', () => {
    assert.deepEqual(heard([training()]), []);
    assert.deepEqual(heard([training({ phase: 'finished' })]), []);
  });

  it('never tell of steps', () => {
    const steps = Array.from({ length: 250 }, (_, index) => training({ step: stepEvent({ step: index + 1 }) }));
    assert.deepEqual(heard(steps), []);
  });

  it('come each tenth where there are many epochs', () => {
    assert.equal(heard(epochByEpoch(100, 2)).length, 10);
    assert.equal(heard(epochByEpoch(25, 2)).length, 10);
  });

  it('come each epoch where there are few', () => {
    assert.equal(heard(epochByEpoch(4, 2)).length, 4);
  });

  it('tell of a new best with the next tenth where epochs are short', () => {
    const texts = heard(epochByEpoch(20, 5, (epoch) => epoch === 3));
    assert.equal(texts.length, 10);
    assert.deepEqual(
      texts.filter((text) => text.includes('Best so far')),
      ['Epoch 4 of 20 done. Best so far: epoch 3, 73.0 % right.'],
    );
  });

  it('tell of a new best at once where epochs are long', () => {
    const texts = heard(epochByEpoch(20, 45, (epoch) => epoch === 3));
    assert.ok(texts.includes('Epoch 3 of 20 done. Best so far: epoch 3, 73.0 % right.'));
    assert.equal(texts.length, 11);
  });

  it('tell of each turn', () => {
    const texts = heard([
      training({ phase: 'reading', run: null, epochs: [], step: null }),
      training({ phase: 'preparing', epochs: [], step: null }),
      training({ epochs: [], step: null }),
      training({ phase: 'paused' }),
      training(),
      training({ phase: 'finished', step: null }),
    ]);
    assert.deepEqual(texts, [
      'Preparing the network.',
      'Training has started, 25 epochs.',
      'Paused after epoch 6 of 25. Everything is saved.',
      'Training has started, 25 epochs.',
      'Finished: 73.9 % right, best epoch 5.',
    ]);
  });

  it('leave a failure to its note, which is an alert', () => {
    assert.deepEqual(heard([training(), training({ phase: 'failed' })]), []);
  });
});
