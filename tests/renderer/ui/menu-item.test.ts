import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretchesOf, takenIn, type MenuChoice } from '../../../src/renderer/src/ui/menu-item.ts';

const onselect = (): void => undefined;
const choice = (label: string, checked: boolean): MenuChoice => ({ label, checked, onselect });

test('choices that follow each other belong together; all else stands for itself', () => {
  const [one, two, three] = [choice('one', true), choice('two', false), choice('three', false)];
  const act = { label: 'act', onselect };
  assert.deepEqual(stretchesOf([one, two, 'separator', act, { heading: 'More' }, three]), [
    { choices: [one, two] },
    { entry: 'separator' },
    { entry: act },
    { entry: { heading: 'More' } },
    { choices: [three] },
  ]);
  assert.deepEqual(stretchesOf([]), []);
});

test('the choice that is taken is told by its place', () => {
  assert.equal(takenIn([choice('one', false), choice('two', true)]), '1');
  assert.equal(takenIn([choice('one', false)]), '');
});
