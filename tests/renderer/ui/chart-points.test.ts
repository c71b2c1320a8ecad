import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  nearestPlace,
  placeAfterKey,
  placeName,
  placesOf,
  readingAt,
  type ChartSeries,
} from '../../../src/renderer/src/ui/chart-points.ts';

const training: ChartSeries = {
  name: 'Training',
  kind: 'train',
  points: [
    { x: 1, y: 0.6 },
    { x: 2, y: 0.5 },
    { x: 2.57, y: 0.4 },
  ],
};
const test: ChartSeries = {
  name: 'Test',
  kind: 'test',
  points: [
    { x: 1, y: 0.7 },
    { x: 2, y: 0.55 },
  ],
};
const places = placesOf([training, test]);

describe('reading a chart', () => {
  it('knows each place once, from left to right', () => {
    assert.deepEqual(places, [1, 2, 2.57]);
  });

  it('says what each line has there', () => {
    assert.deepEqual(
      readingAt([training, test], 2).values.map(({ series, y }) => [series.name, y]),
      [
        ['Training', 0.5],
        ['Test', 0.55],
      ],
    );
    assert.equal(readingAt([training, test], 2.57).values.length, 1);
  });

  it('finds the nearest place', () => {
    assert.equal(nearestPlace(places, 1.6), 2);
    assert.equal(nearestPlace(places, 99), 2.57);
    assert.equal(nearestPlace([], 1), null);
  });

  it('is walked with the arrow keys, from the newest on', () => {
    assert.equal(placeAfterKey(places, null, 'ArrowLeft'), 2.57);
    assert.equal(placeAfterKey(places, 2.57, 'ArrowLeft'), 2);
    assert.equal(placeAfterKey(places, 1, 'ArrowLeft'), 1);
    assert.equal(placeAfterKey(places, 2, 'ArrowRight'), 2.57);
    assert.equal(placeAfterKey(places, 2.57, 'Home'), 1);
    assert.equal(placeAfterKey(places, 1, 'End'), 2.57);
    assert.equal(placeAfterKey(places, 1, 'Tab'), null);
    assert.equal(placeAfterKey([], null, 'End'), null);
  });

  it('names a place by its epoch, and how much of it is done', () => {
    assert.equal(placeName(6), 'Epoch 6');
    assert.equal(placeName(6.57), 'Epoch 7, 57\u00a0%');
  });
});
