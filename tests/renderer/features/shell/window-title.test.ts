import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowTitle } from '../../../../src/renderer/src/features/shell/window-title.ts';
import type { PageTitle } from '../../../../src/renderer/src/ui/page-title.svelte.ts';

const own = (text: string): PageTitle => ({ text, named: false });

test('page, headline and project', () => {
  assert.equal(windowTitle('train', own('Epoch 7 of 25'), 'Cats and dogs'), 'Train, epoch 7 of 25 – Cats and dogs');
  assert.equal(windowTitle('data', own('8,000 pictures in 2 classes'), 'X'), 'Data, 8,000 pictures in 2 classes – X');
});

test('a name keeps its case', () => {
  assert.equal(windowTitle('predict', { text: 'Cat · 51.6 %', named: true }, 'X'), 'Predict, Cat · 51.6 % – X');
  assert.equal(windowTitle('predict', { text: 'iPhone · 60.0 %', named: true }, 'X'), 'Predict, iPhone · 60.0 % – X');
});

test('a headline that only names the page isn’t said twice', () => {
  assert.equal(windowTitle('runs', own('Runs'), 'X'), 'Runs – X');
  assert.equal(windowTitle('runs', own(''), 'X'), 'Runs – X');
});

test('Welcome is the program', () => assert.equal(windowTitle(null, own('Teach'), null), 'Pawlab'));
