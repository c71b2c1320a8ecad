import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import { connect } from '../../src/rpc/connect.ts';
import { offered, serve } from '../../src/rpc/serve.ts';
import type { Apis } from '../../src/rpc/calls.ts';
import { channelPair } from '../support/channels.ts';

const missing = (): never => {
  throw new Error('not part of this test');
};

/** An API of which a test needs some calls; the others fail the test. */
function partly<T extends object>(calls: Partial<T>): T {
  return new Proxy(calls as T, {
    get: (api, name): unknown => (Object.hasOwn(api, name) ? Reflect.get(api, name) : missing),
  });
}

function plugged(studio: Partial<Apis['studio']>) {
  const [near, far] = channelPair();
  const bugs: unknown[] = [];
  const serving = serve(near, { studio: partly(studio) }, (error) => bugs.push(error));
  return { connection: connect(far), serving, bugs, near, far };
}

describe('the contract over a channel', () => {
  it('takes arguments there and brings the answer back', async () => {
    const { connection } = plugged({ testFoldersBeside: (folder) => Promise.resolve([`${folder}/test`]) });
    assert.deepEqual(await connection.studio.testFoldersBeside('/a'), ['/a/test']);
  });

  it('answers a call without a result', async () => {
    const stopped: string[] = [];
    const { connection } = plugged({ stop: (job) => Promise.resolve(void stopped.push(job)) });
    await connection.studio.stop('job-1');
    assert.deepEqual(stopped, ['job-1']);
  });

  it('brings an error that a person can act on as it is, and no stack', async () => {
    const error = new PawlabError('busy', 'A training runs.', 'Stop it first.', { cause: new Error('hidden') });
    const { connection, bugs } = plugged({ pause: () => Promise.reject(error) });
    const arrived = await connection.studio.pause('job-1').then(missing, (reason: unknown) => reason);
    assert.ok(arrived instanceof PawlabError);
    const { code, message, remedy, cause } = arrived;
    assert.deepEqual([code, message, remedy, cause], ['busy', 'A training runs.', 'Stop it first.', undefined]);
    assert.deepEqual(bugs, []);
  });

  it('keeps the details of a bug on the side where it happened', async () => {
    const bug = new TypeError('/home/somebody/secret is not a function');
    const { connection, bugs } = plugged({ snapshot: () => Promise.reject(bug) });
    await assert.rejects(connection.studio.snapshot(), (error: Error) => {
      assert.match(error.message, /^Pawlab made a mistake/);
      assert.doesNotMatch(`${error.message}${error.stack ?? ''}`, /secret/);
      return true;
    });
    assert.deepEqual(bugs, [bug]);
  });

  it('keeps answers and events in the order in which they were sent', async () => {
    const seen: string[] = [];
    const { connection, serving } = plugged({
      stop: (job) => {
        serving.studioEvent({ type: 'job', job: `${job} before`, at: 0, report: null });
        return Promise.resolve();
      },
    });
    connection.onStudioEvent((event) => seen.push(event.type === 'job' ? event.job : event.topic));
    await connection.studio.stop('1');
    seen.push('1 answered');
    serving.studioEvent({ type: 'job', job: '1 after', at: 0, report: null });
    await connection.studio.stop('2');
    assert.deepEqual(seen, ['1 before', '1 answered', '1 after', '2 before']);
  });

  it('tells every listener of an event until it unsubscribes', async () => {
    const { connection, serving } = plugged({ stop: () => Promise.resolve() });
    const heard: string[] = [];
    const leave = connection.onHostEvent(({ type }) => heard.push(`a ${type}`));
    connection.onHostEvent(({ type }) => heard.push(`b ${type}`));
    serving.hostEvent({ type: 'open', folder: '/pictures' });
    await connection.studio.stop('1');
    leave();
    serving.hostEvent({ type: 'command', command: 'undo' });
    await connection.studio.stop('2');
    assert.deepEqual(heard, ['a open', 'b open', 'b command']);
  });

  it('rejects what is pending and every later call when the channel is lost', async () => {
    const { connection } = plugged({ snapshot: () => new Promise(() => undefined) });
    const pending = connection.studio.snapshot();
    const lost = new PawlabError('host-lost', 'The connection to Pawlab is lost.', 'Training goes on.');
    connection.fail(lost);
    await assert.rejects(pending, lost);
    await assert.rejects(connection.studio.stop('1'), lost);
  });

  it('answers nothing once closed', async () => {
    const { connection, serving, far } = plugged({ stop: () => Promise.resolve() });
    await connection.studio.stop('1');
    serving.close();
    let answered = false;
    far.onMessage(() => {
      answered = true;
    });
    void connection.studio.stop('2');
    serving.studioEvent({ type: 'changed', topic: 'runs', project: null });
    await settled();
    assert.equal(answered, false);
  });

  it('can be offered on, call by call', async () => {
    const { connection } = plugged({ testFoldersBeside: (folder) => Promise.resolve([folder]) });
    const [near, far] = channelPair();
    serve(near, { studio: connection.studio });
    assert.deepEqual(await connect(far).studio.testFoldersBeside('/b'), ['/b']);
  });
});

describe('names from outside', () => {
  const api = partly<Apis['studio']>({ stop: () => Promise.resolve() });

  it('reach what is offered', () => {
    assert.notEqual(offered({ studio: api }, 'studio.stop'), undefined);
  });

  const attacks = [
    '',
    'studio',
    'studio.',
    '.stop',
    'stop',
    'studio.constructor',
    'studio.toString',
    'studio.__proto__',
    'studio.hasOwnProperty',
    'studio.stop.call',
    'studio.stop.constructor',
    '__proto__.stop',
    '__proto__.toString',
    'constructor.constructor',
    'constructor.prototype',
    'toString.call',
    'host.listFolder',
    'desktop.reveal',
    'pictures.picture',
    'Studio.stop',
    'studio.Stop',
    'studio. stop',
    'studio\u0000.stop',
    '$call',
    '$close',
    'then',
  ];
  for (const name of attacks) {
    it(`reach nothing: ${JSON.stringify(name)}`, () => assert.equal(offered({ studio: api }, name), undefined));
  }

  it('reach no function that a class has', () => {
    class Powerful {
      // Listed, but of the prototype.
      stop(): Promise<void> {
        return Promise.resolve();
      }
    }
    assert.equal(
      offered({ studio: Object.assign(new Powerful(), { snapshot: missing }) as never }, 'studio.stop'),
      undefined,
    );
  });

  it('that are refused are a mistake, and told to whoever looks for bugs', async () => {
    const [near, far] = channelPair();
    const bugs: unknown[] = [];
    serve(near, { studio: api }, (error) => bugs.push(error));
    await assert.rejects(connect(far).host.listFolder('/'), /^Error: Pawlab made a mistake/);
    assert.match(String(bugs), /no such call: host\.listFolder/);
  });
});

describe('messages that are none', () => {
  const nonsense = [
    null,
    1,
    'text',
    [],
    {},
    { t: 'q' },
    { t: 'q', m: 1, a: [] },
    { t: 'q', m: 'studio.stop', a: {} },
    { t: 'q', m: 'studio.stop', a: null, i: '1' },
    { t: 'q', m: 'studio.stop', a: [], i: { toString: 1 } },
    { t: 'q', m: 'studio.stop', a: [], i: 'x'.repeat(65) },
    { t: 's' },
    { t: 'x', i: '1' },
  ];
  for (const message of nonsense) {
    it(`harm neither side: ${JSON.stringify(message).slice(0, 60)}`, async () => {
      const { connection, near, far, bugs } = plugged({ stop: () => Promise.resolve() });
      far.send(message);
      near.send(message);
      await connection.studio.stop('1');
      assert.equal(bugs.length, 1);
    });
  }

  it('harm nobody as answers to questions that nobody asked', async () => {
    const { connection, near } = plugged({ stop: () => Promise.resolve() });
    near.send({ t: 's', i: 'never-asked', r: 1 });
    near.send({ t: 's', i: '__proto__', e: { code: 'busy' } });
    await connection.studio.stop('1');
  });
});

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
