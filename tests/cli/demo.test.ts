import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { lineOf, linesOf, pawlab } from '../support/pawlab.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the demo draws, starts near chance, learns, and labels pictures that it has not seen', async (t) => {
  const home = temporaryFolder(t);
  const demo = await pawlab(home, 'demo', '--json');
  assert.equal(demo.code, 0, demo.stderr);
  const { truth } = lineOf(demo, 'drawn') as unknown as { truth: Record<string, string> };
  const accuracies = linesOf(demo, 'epoch').map(({ testAccuracy }) => Number(testAccuracy));
  assert.ok((accuracies[0] ?? 1) < 0.7, `${String(accuracies[0])} right after the first epoch`);
  const done = lineOf(demo, 'done');
  assert.ok(Number(done['bestTestAccuracy']) > 0.8, `best ${String(done['bestTestAccuracy'])}`);
  assert.ok(String(done['run']).startsWith(join(home, 'Pawlab')));
  const predictions = linesOf(demo, 'prediction');
  assert.deepEqual(predictions.map(({ file }) => file).sort(), Object.keys(truth).sort());
  const right = predictions.filter((prediction) => truth[String(prediction['file'])] === prediction['class']);
  assert.ok(right.length >= 4, `${right.length} of ${predictions.length} right`);
});
