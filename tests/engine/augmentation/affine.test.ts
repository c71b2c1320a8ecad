import assert from 'node:assert/strict';
import { test } from 'node:test';
import { affineMatrix, augmentation } from '../../../src/engine/augmentation/affine.ts';

const tutorial = { shear: 0.2, zoom: 0.2, flip: true };
const many = Array.from({ length: 2000 }, (_, picture) => augmentation(1, 1, picture, tutorial, 64));

test('the same seed, epoch and picture give the same transform, any other gives another', () => {
  const one = augmentation(5, 2, 7, tutorial, 64);
  assert.deepEqual(augmentation(5, 2, 7, tutorial, 64), one);
  for (const [seed, epoch, picture] of [
    [6, 2, 7],
    [5, 3, 7],
    [5, 2, 8],
  ] as const) {
    assert.notDeepEqual(augmentation(seed, epoch, picture, tutorial, 64), one);
  }
});

test('half of the pictures are mirrored and zoom fills its range on each axis on its own', () => {
  const columns = many.map((matrix) => matrix?.[4] ?? 1);
  const rows = many.map((matrix) => matrix?.[0] ?? 1);
  const mirrored = columns.filter((zoom) => zoom < 0).length;
  assert.ok(mirrored > 900 && mirrored < 1100, `${mirrored} of 2000 mirrored`);
  for (const zooms of [rows, columns.map(Math.abs)]) {
    assert.ok(Math.min(...zooms) >= 0.8 - 1e-5 && Math.min(...zooms) < 0.81);
    assert.ok(Math.max(...zooms) < 1.2 && Math.max(...zooms) > 1.19);
  }
  const alike = many.filter((_, index) => Math.abs((rows[index] ?? 0) - Math.abs(columns[index] ?? 0)) < 0.01).length;
  assert.ok(alike < 200, `${alike} of 2000 with the same zoom on both axes`);
});

test('shear is in degrees and goes both ways', () => {
  const shears = many.map((matrix) => Math.asin(-(matrix?.[3] ?? 0) / (matrix?.[0] ?? 1)) * (180 / Math.PI));
  assert.ok(Math.max(...shears) <= 0.2001 && Math.max(...shears) > 0.19);
  assert.ok(Math.min(...shears) >= -0.2001 && Math.min(...shears) < -0.19);
});

test('nothing to change is no transform', () => {
  assert.equal(augmentation(1, 1, 1, { shear: 0, zoom: 0, flip: false }, 64), null);
  assert.equal(affineMatrix({ shear: 0, zoomRows: 1, zoomColumns: 1, flip: false }, 64), null);
});

test('turning the flip off leaves shear and zoom as they were', () => {
  const without = many.map((_, picture) => augmentation(1, 1, picture, { ...tutorial, flip: false }, 64));
  without.forEach((matrix, picture) => {
    assert.equal(matrix?.[0], many[picture]?.[0]);
    assert.equal(matrix?.[4], Math.abs(many[picture]?.[4] ?? 0));
  });
});

test('the center of the picture stays where it is', () => {
  for (const matrix of many) {
    if (!matrix) continue;
    const [a, b, c, d, e, f] = matrix;
    assert.ok(Math.abs(a * 31.5 + b * 31.5 + c - 31.5) < 1e-9);
    assert.ok(Math.abs(d * 31.5 + e * 31.5 + f - 31.5) < 1e-9);
  }
});
