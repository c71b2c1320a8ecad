import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { about, dateOf, duration, estimate } from '../../../src/renderer/src/words/time.ts';

/** Spaces that don't break, as spaces. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a duration', () => {
  const cases: readonly (readonly [number, string])[] = [
    [5, `${(5).toLocaleString(undefined, { minimumFractionDigits: 1 })} s`],
    [9.97, '10 s'],
    [38.4, '38 s'],
    [59.6, '1 min'],
    [100, '1 min 40 s'],
    [120, '2 min'],
    [3600, '1 h'],
    [7500, '2 h 5 min'],
  ];
  for (const [seconds, words] of cases) it(words, () => assert.equal(plain(duration(seconds)), words));
});

describe('a guess is as exact as a guess can be', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0.3, 'under 1 s'],
    [7.4, '7 s'],
    [43, '45 s'],
    [58, '1 min'],
    [97, '1 min 40 s'],
    [1000, '17 min'],
    [7000, '1 h 57 min'],
  ];
  for (const [seconds, words] of cases) it(words, () => assert.equal(plain(about(seconds)), words));

  it('says that it is one, unless the words say so', () => {
    assert.equal(plain(estimate(97)), 'about 1 min 40 s');
    assert.equal(plain(estimate(0.3)), 'under 1 s');
  });
});

describe('a date', () => {
  const now = new Date(2026, 10, 24, 14, 2).getTime();
  const at = (...parts: readonly [number, number, number, number]): string => new Date(...parts).toISOString();

  it('is today from midnight on', () => assert.equal(dateOf(at(2026, 10, 24, 0), now), 'Today'));
  it('is yesterday late in the evening', () => assert.equal(dateOf(at(2026, 10, 23, 23), now), 'Yesterday'));
  it('has its day and month in the same year', () => {
    const words = new Date(2026, 8, 3).toLocaleDateString(undefined, { day: 'numeric', month: 'long' });
    assert.equal(dateOf(at(2026, 8, 3, 9), now), words);
  });
  it('has its year in another one', () => assert.match(dateOf(at(2024, 8, 3, 9), now), /2024/));
});
