import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf, indexesOf, moveOf, rowsOf } from '../../../src/renderer/src/ui/thumb-grid.ts';

// 0 1 2 3
// 4 5 6 7
// 8 9
const shape = { count: 10, columns: 4, page: 2 };

test('as many columns as fit with gaps between them, and never none', () => {
  assert.equal(columnsOf(100, 48, 4), 2);
  assert.equal(columnsOf(99, 48, 4), 1);
  assert.equal(columnsOf(10, 48, 4), 1);
  assert.equal(columnsOf(1032, 112, 4), 8);
});

test('the last row holds what is left', () => {
  assert.equal(rowsOf(10, 4), 3);
  assert.equal(rowsOf(0, 4), 0);
  assert.deepEqual(indexesOf(0, 4, 10), [0, 1, 2, 3]);
  assert.deepEqual(indexesOf(2, 4, 10), [8, 9]);
  assert.deepEqual(indexesOf(3, 4, 10), []);
});

test('arrows move by one and stay inside', () => {
  assert.equal(moveOf('ArrowRight', 3, shape), 4);
  assert.equal(moveOf('ArrowLeft', 4, shape), 3);
  assert.equal(moveOf('ArrowLeft', 0, shape), 0);
  assert.equal(moveOf('ArrowRight', 9, shape), 9);
  assert.equal(moveOf('ArrowDown', 1, shape), 5);
  assert.equal(moveOf('ArrowUp', 5, shape), 1);
  assert.equal(moveOf('ArrowUp', 2, shape), 2);
});

test('a shorter last row is reached from above, at its last picture', () => {
  assert.equal(moveOf('ArrowDown', 7, shape), 9);
  assert.equal(moveOf('ArrowDown', 4, shape), 8);
  assert.equal(moveOf('ArrowDown', 9, shape), 9);
});

test('pages move by whole rows and end in the first and the last', () => {
  assert.equal(moveOf('PageDown', 1, shape), 9);
  assert.equal(moveOf('PageUp', 9, shape), 1);
  assert.equal(moveOf('PageUp', 6, shape), 2);
  assert.equal(moveOf('PageDown', 0, { count: 100, columns: 5, page: 3 }), 15);
  assert.equal(moveOf('PageDown', 2, { count: 100, columns: 5, page: 0 }), 7);
});

test('Home and End reach the ends', () => {
  assert.equal(moveOf('Home', 6, shape), 0);
  assert.equal(moveOf('End', 2, shape), 9);
});

test('other keys and empty grids move nothing', () => {
  assert.equal(moveOf('a', 2, shape), null);
  assert.equal(moveOf('ArrowDown', 0, { ...shape, count: 0 }), null);
});
