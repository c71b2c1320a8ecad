import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settingTable } from '../../../../src/contract/settings.ts';
import { learningRateAt } from '../../../../src/engine/training/schedules/schedule.ts';

const rates = (schedule: (typeof settingTable.schedule.choices)[number], warmUp: number, plateau = 1): number[] =>
  Array.from({ length: 8 }, (_, step) =>
    learningRateAt({ schedule, warmUp, learningRate: 0.001 }, { step, steps: 8, plateau }),
  );

test("the defaults are the tutorial's: the base rate itself at every step", () => {
  const { schedule, warmUp } = settingTable;
  assert.deepEqual(rates(schedule.default, warmUp.default), new Array<number>(8).fill(0.001));
});

test('every schedule stays between nothing and the base rate, and comes close to it', () => {
  for (const schedule of settingTable.schedule.choices) {
    for (const warmUp of [0, 0.25, 0.5]) {
      const all = rates(schedule, warmUp);
      for (const rate of all) assert.ok(rate > 0 && rate <= 0.001, `${schedule}, ${warmUp}: ${rate}`);
      assert.ok(Math.max(...all) > 0.0009, `${schedule}, ${warmUp}`);
    }
  }
});

test('a warm-up rises before what its schedule does', () => {
  const cosine = rates('cosine', 0.5);
  const falls = cosine.map((rate, at) => at > 0 && rate < (cosine[at - 1] ?? 0));
  assert.deepEqual(falls, [false, false, false, false, false, true, true, true]);
});

test('a plateau multiplies the base rate', () => {
  assert.deepEqual(rates('plateau', 0, 0.5), new Array<number>(8).fill(0.0005));
});
