import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sparkPoints } from '../../../src/renderer/src/ui/chart-spark.ts';

const box = { width: 60, height: 20 };
const shares = { min: 0.5, max: 1 };

describe('points of a sparkline', () => {
  it('fill the width, highest values on top', () => {
    assert.equal(sparkPoints([0.5, 0.75, 1], shares, box), '0.0,20.0 30.0,10.0 60.0,0.0');
  });

  it('stay in the box', () => {
    assert.equal(sparkPoints([0.2, 1.4], shares, box), '0.0,20.0 60.0,0.0');
  });

  it('lie in the middle where the scale has no width', () => {
    assert.equal(sparkPoints([0.5], { min: 0.5, max: 0.5 }, box), '0.0,10.0');
  });
});
