import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { lineOf, linesOf, pawlab, startPawlab, type Ended } from '../support/pawlab.ts';
import { drawSmallSample, type SmallSample } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Small enough for a run to take a second; WebAssembly, which every machine has. */
const quick = ['--device', 'wasm', '--picture-size', '16', '--batch-size', '8', '--json'];

async function prepared(t: TestContext): Promise<{ home: string; sample: SmallSample }> {
  const home = temporaryFolder(t);
  return { home, sample: await drawSmallSample(join(home, 'pictures'), { training: 20, test: 6 }) };
}

const train = (home: string, { training, test: held }: SmallSample, ...more: string[]): Promise<Ended> =>
  pawlab(home, 'train', training, '--test', held, ...quick, ...more);

describe('pawlab train', { concurrency: 1 }, () => {
  test('trains, reports the fixed lines and keeps a run that predicts', async (t) => {
    const { home, sample } = await prepared(t);
    const trained = await train(home, sample, '--epochs', '2');
    assert.equal(trained.code, 0, trained.stderr);
    assert.deepEqual(linesOf(trained, 'found'), [
      { type: 'found', split: 'training', images: 40, classes: ['cats', 'dogs'] },
      { type: 'found', split: 'test', images: 12, classes: ['cats', 'dogs'] },
    ]);
    const epochs = linesOf(trained, 'epoch');
    assert.equal(epochs.length, 2);
    for (const [index, epoch] of epochs.entries()) {
      assert.deepEqual([epoch['epoch'], epoch['epochs']], [index + 1, 2]);
      for (const name of ['loss', 'accuracy', 'testLoss', 'testAccuracy', 'seconds', 'picturesPerSecond']) {
        assert.equal(typeof epoch[name], 'number', name);
      }
    }
    assert.equal(linesOf(trained, 'step').length, 10);
    const done = lineOf(trained, 'done');
    assert.deepEqual([done['stopped'], done['epochs'], done['testAccuracy']], [false, 2, epochs[1]?.['testAccuracy']]);
    const best = Math.max(...epochs.map((epoch) => Number(epoch['testAccuracy'])));
    assert.equal(done['bestTestAccuracy'], best);
    assert.equal(epochs[Number(done['bestEpoch']) - 1]?.['testAccuracy'], best);

    const run = String(done['run']);
    assert.deepEqual(readdirSync(run).sort(), ['checkpoints', 'metrics.jsonl', 'run.json']);
    assert.deepEqual(readdirSync(join(run, 'checkpoints')).sort(), [
      'best-accuracy.safetensors',
      'best-loss.safetensors',
      'last.safetensors',
    ]);
    const metrics = readFileSync(join(run, 'metrics.jsonl'), 'utf8').trim().split('\n');
    assert.deepEqual(
      metrics.map((line) => JSON.parse(line) as unknown),
      epochs,
    );
    const record = JSON.parse(readFileSync(join(run, 'run.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(
      [record['state'], record['classes'], record['labels']],
      ['finished', ['cats', 'dogs'], { cats: 'cat', dogs: 'dog' }],
    );

    writeFileSync(join(home, 'broken.jpg'), '');
    const predicted = await pawlab(
      home,
      'predict',
      run,
      sample.unseen,
      join(home, 'broken.jpg'),
      join(home, 'none.jpg'),
      '--json',
      '--device',
      'wasm',
    );
    assert.equal(predicted.code, 0, predicted.stderr);
    const predictions = linesOf(predicted, 'prediction');
    assert.deepEqual(
      predictions.map(({ file }) => basename(String(file))),
      ['picture-1.jpg', 'picture-2.jpg'],
    );
    for (const prediction of predictions) {
      const scores = prediction['scores'] as { cats: number; dogs: number };
      const name = scores.dogs >= 0.5 ? 'dogs' : 'cats';
      assert.deepEqual([prediction['class'], prediction['label']], [name, name.slice(0, -1)]);
      assert.equal(prediction['confidence'], scores[name]);
      assert.ok(Math.abs(scores.cats + scores.dogs - 1) < 1e-6);
    }
    assert.deepEqual(
      linesOf(predicted, 'skipped').map(({ file, reason }) => [basename(String(file)), reason]),
      [
        ['none.jpg', 'the file is gone'],
        ['broken.jpg', 'the file is empty'],
      ],
    );
    const hopeless = await pawlab(home, 'predict', run, join(home, 'broken.jpg'), '--device', 'wasm');
    assert.equal(hopeless.code, 1);
    assert.match(hopeless.stdout, /broken\.jpg: the file is empty/);
  });

  test('the same seed gives the same losses, another seed others', async (t) => {
    const { home, sample } = await prepared(t);
    const losses = async (seed: string): Promise<unknown[]> =>
      linesOf(await train(home, sample, '--epochs', '1', '--seed', seed), 'step').map(({ loss }) => loss);
    const first = await losses('7');
    assert.equal(first.length, 5);
    assert.deepEqual(await losses('7'), first);
    assert.notDeepEqual(await losses('8'), first);
  });

  test('a run stopped by Ctrl-C is kept, and going on gives what an uninterrupted run gives', async (t) => {
    const { home, sample } = await prepared(t);
    const whole = await train(home, sample, '--epochs', '3');
    const stopped = await startPawlab(
      home,
      ['train', sample.training, '--test', sample.test, ...quick, '--epochs', '3'],
      (line, child) => {
        if (line.type === 'step' && line['epoch'] === 2 && line['step'] === 2) child.kill('SIGINT');
      },
    ).ended;
    assert.equal(stopped.code, 130, stopped.stderr);
    const done = lineOf(stopped, 'done');
    assert.deepEqual([done['stopped'], done['epochs']], [true, 1]);

    const resumed = await pawlab(home, 'train', '--resume', String(done['run']), '--device', 'wasm', '--json');
    assert.equal(resumed.code, 0, resumed.stderr);
    const results = (ended: Ended): unknown[] =>
      linesOf(ended, 'epoch').map(({ epoch, loss, accuracy, testLoss, testAccuracy }) => ({
        epoch,
        loss,
        accuracy,
        testLoss,
        testAccuracy,
      }));
    assert.deepEqual([...results(stopped), ...results(resumed)], results(whole));
    assert.equal(lineOf(resumed, 'done')['bestEpoch'], lineOf(whole, 'done')['bestEpoch']);

    const again = await pawlab(home, 'train', '--resume', String(done['run']), '--device', 'wasm');
    assert.equal(again.code, 1);
    assert.match(again.stderr, /has finished all of its 3 epochs/);
  });

  test('a run whose process is killed goes on from its last whole epoch', async (t) => {
    const { home, sample } = await prepared(t);
    const whole = await train(home, sample, '--epochs', '3');
    const killed = await startPawlab(
      home,
      ['train', sample.training, '--test', sample.test, ...quick, '--epochs', '3'],
      (line, child) => {
        if (line.type === 'epoch') child.kill('SIGKILL');
      },
    ).ended;
    assert.equal(killed.code, null);
    const resumed = await pawlab(home, 'train', '--resume', 'last', '--device', 'wasm', '--json');
    assert.equal(resumed.code, 0, resumed.stderr);
    assert.equal(lineOf(resumed, 'done')['testAccuracy'], lineOf(whole, 'done')['testAccuracy']);
    assert.equal(linesOf(resumed, 'epoch').at(-1)?.['loss'], linesOf(whole, 'epoch').at(-1)?.['loss']);
    const run = String(lineOf(resumed, 'done')['run']);
    const metrics = readFileSync(join(run, 'metrics.jsonl'), 'utf8').trim().split('\n');
    assert.deepEqual(
      metrics.map((line) => (JSON.parse(line) as { epoch: number }).epoch),
      [1, 2, 3],
    );
  });

  test('a run killed before anything was saved starts anew', async (t) => {
    const { home, sample } = await prepared(t);
    const killed = await startPawlab(
      home,
      // Steps long enough for the signal to come before the first epoch ends.
      ['train', sample.training, ...quick, '--epochs', '1', '--picture-size', '64', '--batch-size', '2'],
      (line, child) => {
        if (line.type === 'started') child.kill('SIGKILL');
      },
    ).ended;
    assert.equal(killed.code, null);
    const resumed = await pawlab(home, 'train', '--resume', 'last', '--device', 'wasm', '--json');
    assert.equal(resumed.code, 0, resumed.stderr);
    assert.match(String(lineOf(resumed, 'notice')['text']), /starts anew/);
    assert.equal(linesOf(resumed, 'step').length, 20);
  });

  test('a share can be held back, of every class alike', async (t) => {
    const { home, sample } = await prepared(t);
    const held = await pawlab(home, 'train', sample.training, '--hold-back', '0.25', ...quick, '--epochs', '1');
    assert.deepEqual(
      linesOf(held, 'found').map(({ split, images }) => [split, images]),
      [
        ['training', 30],
        ['test', 10],
      ],
    );
    assert.equal(typeof lineOf(held, 'epoch')['testAccuracy'], 'number');
  });

  test('without a test set the test figures are null, and the one beside is pointed at', async (t) => {
    const { home, sample } = await prepared(t);
    const alone = await pawlab(home, 'train', sample.training, ...quick, '--epochs', '1');
    assert.deepEqual([lineOf(alone, 'epoch')['testLoss'], lineOf(alone, 'done')['bestTestAccuracy']], [null, null]);
    assert.match(alone.stderr, /--test .*test_set/);
  });

  test('three classes have three scores, and labels can be given', async (t) => {
    const { home, sample } = await prepared(t);
    const birds = join(sample.training, 'birds');
    mkdirSync(birds);
    for (const name of readdirSync(join(sample.training, 'cats')).slice(0, 6)) {
      copyFileSync(join(sample.training, 'cats', name), join(birds, name));
    }
    const trained = await train(home, sample, '--epochs', '1', '--labels', 'birds=Vogel,cats=Katze,dogs=Hund');
    assert.equal(trained.code, 0, trained.stderr);
    const predicted = await pawlab(home, 'predict', 'last', sample.unseen, '--json', '--device', 'wasm');
    for (const prediction of linesOf(predicted, 'prediction')) {
      const scores = prediction['scores'] as Record<string, number>;
      assert.deepEqual(Object.keys(scores), ['birds', 'cats', 'dogs']);
      assert.ok(Math.abs(Object.values(scores).reduce((sum, score) => sum + score) - 1) < 1e-5);
      assert.equal(prediction['confidence'], Math.max(...Object.values(scores)));
      assert.match(String(prediction['label']), /^(Vogel|Katze|Hund)$/);
    }
  });

  test('names in any script and folders within folders are read', async (t) => {
    const { home, sample } = await prepared(t);
    const pictures = readdirSync(join(sample.training, 'cats')).slice(0, 4);
    for (const name of ['猫 и кошки', '🐶']) {
      const deep = join(home, 'töpfe & "co"', name, 'nested', 'Ω');
      mkdirSync(deep, { recursive: true });
      for (const file of pictures) copyFileSync(join(sample.training, 'cats', file), join(deep, `${file}-é🐾.jpg`));
    }
    const trained = await pawlab(home, 'train', join(home, 'töpfe & "co"'), ...quick, '--epochs', '1');
    assert.equal(trained.code, 0, trained.stderr);
    assert.deepEqual(lineOf(trained, 'found')['classes'], ['猫 и кошки', '🐶']);
    assert.equal(lineOf(trained, 'found')['images'], 8);
    const predicted = await pawlab(home, 'predict', 'last', join(home, 'töpfe & "co"'), '--json', '--device', 'wasm');
    assert.equal(linesOf(predicted, 'prediction').length, 8);
  });

  test('unreadable files are rows of their own, and too few pictures of a class end it in words', async (t) => {
    const { home, sample } = await prepared(t);
    writeFileSync(join(sample.training, 'cats', 'text.jpg'), 'no picture at all, whatever its name says');
    const trained = await train(home, sample, '--epochs', '1');
    const skipped = lineOf(trained, 'skipped');
    assert.equal(basename(String(skipped['file'])), 'text.jpg');
    assert.match(String(skipped['reason']), /not a picture/);

    const few = join(home, 'few');
    for (const name of ['cats', 'dogs']) mkdirSync(join(few, name), { recursive: true });
    copyFileSync(join(sample.training, 'cats', 'cat.1.jpg'), join(few, 'cats', '1.jpg'));
    writeFileSync(join(few, 'cats', '2.jpg'), '');
    const failed = await pawlab(home, 'train', few, '--device', 'wasm');
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /The class cats has 1 readable picture; it needs at least 2\. Add pictures to cats/);
  });

  test('a device whose memory is used up is said in words, with what to do', async (t) => {
    const { home, sample } = await prepared(t);
    // 40 pictures of 512 x 512 need more than WebAssembly can address.
    const greedy = ['--device', 'wasm', '--picture-size', '512', '--batch-size', '40', '--epochs', '1', '--json'];
    const failed = await pawlab(home, 'train', sample.training, ...greedy);
    assert.equal(failed.code, 1);
    assert.equal(lineOf(failed, 'failed')['code'], 'out-of-memory', failed.stderr);
    assert.match(failed.stderr, /WebAssembly .* ran out of memory .*\. Choose a smaller batch size/);
  });

  test('what cannot be done is one sentence and its exit code', async (t) => {
    const home = temporaryFolder(t);
    const missing = await pawlab(home, 'train', join(home, 'nowhere'));
    assert.deepEqual([missing.code, missing.stdout], [1, '']);
    assert.match(missing.stderr, /^There is no folder .*nowhere\. .+\n$/);
    const asJson = await pawlab(home, 'train', join(home, 'nowhere'), '--json');
    assert.equal(lineOf(asJson, 'failed')['code'], 'folder-missing');
    for (const args of [
      ['train'],
      ['train', home, '--epochs', '0'],
      ['train', home, '--epochs', ''],
      ['train', home, '--hold-back', '1'],
      ['train', home, '--device', 'abacus'],
      ['train', home, '--labels', 'cats'],
      ['predict', 'last'],
      ['fly'],
    ]) {
      const wrong = await pawlab(home, ...args);
      assert.deepEqual([wrong.code, wrong.stdout], [2, ''], args.join(' '));
      assert.match(wrong.stderr, /^error: /, args.join(' '));
    }
    const none = await pawlab(home, 'predict', 'last', home);
    assert.equal(none.code, 1);
    assert.match(none.stderr, /There is no run in .* yet\./);
  });
});
