import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalOf } from '../../src/renderer/src/refusal.ts';

test('a folder without class folders says what it holds', () => {
  assert.deepEqual(refusalOf({ kind: 'noClasses', folder: '/f', files: 312 }), {
    message: 'Pawlab needs one folder per class.',
    remedy: 'This folder holds 312 pictures and no folders.',
  });
  assert.match(refusalOf({ kind: 'noClasses', folder: '/f', files: 1 }).remedy, /1 picture and/);
  assert.equal(refusalOf({ kind: 'noClasses', folder: '/f', files: 0 }).remedy, 'This folder is empty.');
});

test('a folder that is gone says why', () => {
  assert.equal(refusalOf({ kind: 'missing', folder: '/f', reason: 'It is gone.' }).message, 'It is gone.');
});
