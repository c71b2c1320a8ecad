import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowTitle } from '../../../../src/renderer/src/features/shell/window-title.ts';

test('page, headline and project', () => {
  assert.equal(windowTitle('train', 'Epoch 7 of 25', 'Cats and dogs'), 'Train, epoch 7 of 25 – Cats and dogs');
  assert.equal(windowTitle('data', '8,000 pictures in 2 classes', 'X'), 'Data, 8,000 pictures in 2 classes – X');
});

test('a headline that only names the page isn’t said twice', () => {
  assert.equal(windowTitle('runs', 'Runs', 'X'), 'Runs – X');
  assert.equal(windowTitle('runs', '', 'X'), 'Runs – X');
});

test('Welcome is the program', () => assert.equal(windowTitle(null, 'Teach', null), 'Pawlab'));
