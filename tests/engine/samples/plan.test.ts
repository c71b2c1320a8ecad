import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furs } from '../../../src/engine/samples/palette.ts';
import { markings, planPicture, postures } from '../../../src/engine/samples/plan.ts';

const plans = Array.from({ length: 300 }, (_, index) => planPicture(1, 'training', index + 1));

test('a plan depends on seed, split and number', () => {
  assert.deepEqual(planPicture(1, 'training', 7), plans[6]);
  assert.notDeepEqual(planPicture(2, 'training', 7), plans[6]);
  assert.notDeepEqual(planPicture(1, 'test', 7), plans[6]);
});

test('pictures are 160 to 240 pixels wide and 120 to 200 high, with the head inside', () => {
  for (const { width, height, x, y } of plans) {
    assert.ok(width >= 160 && width <= 240 && height >= 120 && height <= 200);
    assert.ok(x > 0 && x < width && y > 0 && y < height);
  }
});

test('every color, marking and posture comes up, facing both ways', () => {
  assert.equal(new Set(plans.map(({ fur }) => fur)).size, furs.length);
  assert.equal(new Set(plans.map(({ marking }) => marking)).size, markings.length);
  for (const posture of postures) {
    const facing = plans.filter((plan) => plan.posture === posture).map(({ mirrored }) => mirrored);
    assert.deepEqual([...new Set(facing)].sort(), [false, true], posture);
  }
});
