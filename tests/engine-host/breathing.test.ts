import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StudioApi } from '../../src/contract/api.ts';
import { createBreathing } from '../../src/engine-host/breathing.ts';
import { callers } from '../../src/rpc/connect.ts';

/** A studio whose `stop` answers when the test says so. */
function waiting(): { studio: StudioApi; answer: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { studio: callers('studio', () => promise), answer: () => resolve(undefined) };
}

describe('between two steps', () => {
  it('a training turns to the rest once where nobody waits', async () => {
    const { breathe } = createBreathing(() => 0);
    await breathe();
  });

  it('it waits for the answer that somebody waits for', async () => {
    const { breathe, attended } = createBreathing(() => 0);
    const { studio, answer } = waiting();
    let answered = false;
    const call = attended(studio)
      .stop('job-1')
      .then(() => (answered = true));
    setImmediate(() => setImmediate(() => setImmediate(answer)));
    await breathe();
    assert.ok(answered);
    await call;
  });

  it('but not for ever', async () => {
    let now = 0;
    const { breathe, attended } = createBreathing(() => (now += 4));
    const { studio, answer } = waiting();
    const call = attended(studio).stop('job-1');
    await breathe();
    answer();
    await call;
  });

  it('a call that fails is over as well', async () => {
    const { breathe, attended } = createBreathing(() => 0);
    const studio = callers('studio', () => Promise.reject(new Error('no')));
    await assert.rejects(attended(studio).stop('job-1'), /no/);
    await breathe();
  });
});
