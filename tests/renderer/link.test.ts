import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import type { Channel } from '../../src/rpc/channel.ts';
import { serve, type Serving } from '../../src/rpc/serve.ts';
import { createLink, waitBefore, type LinkState } from '../../src/renderer/src/link.ts';
import { channelPair } from '../support/channels.ts';

/** A host that can be reached and lost at will. */
function reached() {
  let told: { readonly opened: (channel: Channel) => void; readonly closed: () => void } | null = null;
  const waits: { readonly run: () => void; readonly milliseconds: number }[] = [];
  const link = createLink(
    (listeners) => {
      told = listeners;
    },
    (run, milliseconds) => waits.push({ run, milliseconds }),
  );
  const states: LinkState[] = [];
  link.onState((state) => states.push(state));
  return {
    link,
    states,
    waits,
    open: (answer: () => Promise<readonly string[]>): Serving => {
      const [near, far] = channelPair();
      const studio: object = { testFoldersBeside: answer };
      const serving = serve(near, { studio: studio as never });
      told?.opened(far);
      return serving;
    },
    lose: () => told?.closed(),
    next: () => waits.shift()?.run(),
  };
}

const isLost = (error: unknown): boolean => error instanceof PawlabError && error.code === 'host-lost';

describe('the page’s connection', () => {
  it('lets calls wait until it is open for the first time', async () => {
    const { link, open } = reached();
    const answer = link.studio.testFoldersBeside('/a');
    open(() => Promise.resolve(['/test']));
    assert.deepEqual(await answer, ['/test']);
  });

  it('rejects what is under way when it is lost, and what is asked until it is back', async () => {
    const { link, open, lose } = reached();
    open(() => new Promise(() => undefined));
    const answer = link.studio.testFoldersBeside('/a');
    await new Promise((go) => setImmediate(go));
    lose();
    await assert.rejects(answer, isLost);
    await assert.rejects(link.studio.testFoldersBeside('/a'), isLost);
  });

  it('answers again, and tells events again, over the next channel', async () => {
    const { link, open, lose, next, states } = reached();
    const heard: string[] = [];
    link.onStudioEvent((event) => heard.push(event.type));
    open(() => Promise.resolve([]));
    lose();
    next();
    const serving = open(() => Promise.resolve(['/again']));
    serving.studioEvent({ type: 'changed', topic: 'runs', project: null });
    assert.deepEqual(await link.studio.testFoldersBeside('/a'), ['/again']);
    assert.deepEqual(heard, ['changed']);
    assert.deepEqual(states, ['open', 'lost', 'open']);
  });

  it('tries at once, then more and more rarely, and never gives up', () => {
    const { lose, next, waits } = reached();
    const milliseconds: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      lose();
      milliseconds.push(waits[0]?.milliseconds ?? NaN);
      next();
    }
    assert.deepEqual(
      milliseconds,
      [...milliseconds].sort((a, b) => a - b),
    );
    assert.equal(milliseconds.at(-1), 5000);
    assert.equal(waitBefore(0), 0);
  });

  it('rejects calls that waited for a host which isn’t there', async () => {
    const { link, lose } = reached();
    const answer = link.studio.testFoldersBeside('/a');
    lose();
    await assert.rejects(answer, isLost);
  });
});
