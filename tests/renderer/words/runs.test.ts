import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runMoment, runName } from '../../../src/renderer/src/words/runs.ts';
import { exampleRun } from '../../support/example-runs.ts';

describe('the name of a run', () => {
  it('is what a person gave it', () =>
    assert.equal(runName(exampleRun({ name: 'Larger pictures' })), 'Larger pictures'));

  it('is else its preset and when it began', () => {
    const run = exampleRun();
    assert.equal(runName(run), `Tutorial CNN, ${runMoment(run)}`);
    assert.match(runMoment(run), /2[345]/);
  });
});
