import assert from 'node:assert/strict';
import { test } from 'node:test';
import { start, temporaryFolder, toolPath } from './run-tool.ts';

const bench = (...args: string[]) => start([toolPath('bench.mjs'), ...args]).ended;

void test('the help names every option and every measurement', async () => {
  const { code, stdout } = await bench('--help');
  assert.equal(code, 0);
  const options = ['only', 'keras', 'torch', 'baselines', 'data', 'turns', 'epochs', 'seeds', 'device', 'executor'];
  for (const name of options) assert.match(stdout, new RegExp(`^  --${name} `, 'm'));
  for (const name of ['step', 'depthwise', 'whole', 'busy', 'preparing', 'pace', 'accuracy']) {
    assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
  }
});

void test('what stands in the way is told in one line before anything is measured', async (t) => {
  const folder = temporaryFolder(t);
  const wrong: readonly [RegExp, ...string[]][] = [
    [/no measurement "speed"/, '--only', 'step,speed'],
    [/no folder .*nowhere/, '--data', `${folder}/nowhere`],
    [/--turns is none/, '--data', folder, '--turns', 'none'],
    [/no keras_step.py in/, '--data', folder, '--baselines', folder, '--keras', 'python3'],
    [/Unknown option '--speed'/, '--speed'],
  ];
  for (const [words, ...args] of wrong) {
    const { code, stderr } = await bench(...args);
    assert.equal(code, 1);
    assert.match(stderr, words);
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
  }
});
