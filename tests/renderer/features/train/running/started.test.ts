import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startedWords } from '../../../../../src/renderer/src/features/train/running/started.ts';
import type { Shown } from '../../../../../src/renderer/src/features/train/shown.ts';
import { training } from '../trainings.ts';

/** So many seconds after its start; without the time of day and with plain spaces. */
const said = (shown: Shown, seconds: number): string =>
  startedWords(shown, shown.began + 1000 * seconds)
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replace(/(Started|Went on) [^·]*?( ·|$)/, '$1$2');

describe('when a training started', () => {
  it('counts whole seconds while it goes on, from the first', () => {
    assert.equal(said(training(), 0.9), 'Started');
    assert.equal(said(training(), 1), 'Started · 1 s so far');
    assert.equal(said(training(), 9.99), 'Started · 9 s so far');
    assert.equal(said(training({ phase: 'reading' }), 100), 'Started · 1 min 40 s so far');
  });

  it('never counts backwards, whatever the clocks say', () => assert.equal(said(training(), -5), 'Started'));

  it('says how long it took when it is over', () => {
    assert.equal(said(training({ job: null, phase: 'finished', seconds: 38 }), 500), 'Started · 38 s of training');
    assert.equal(said(training({ job: null, phase: 'failed', seconds: 0 }), 500), 'Started');
  });

  it('says what is saved of what another program trains', () =>
    assert.equal(said(training({ job: null, seconds: 38 }), 5000), 'Started · 38 s of training'));

  it('tells the time before a resume from the time since', () => {
    const resumed = training({ secondsBefore: 80 });
    assert.equal(said(resumed, 0), 'Went on · 1 min 20 s before');
    assert.equal(said(resumed, 12), 'Went on · 12 s so far · 1 min 20 s before');
    assert.equal(
      said({ ...resumed, job: null, phase: 'finished', seconds: 92 }, 60),
      'Went on · 1 min 32 s of training in all',
    );
  });

  it('names the day where it is another one', () => {
    const { began } = training();
    assert.match(startedWords(training(), began + 3 * 86_400_000), /24/);
  });
});
