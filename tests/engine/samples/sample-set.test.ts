import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleSet, unseenPictures } from '../../../src/engine/samples/sample-set.ts';

const size = { training: 3, test: 2, unseen: 4 };

test('names and folders are as in the tutorial set: numbers go on from training to test', () => {
  assert.deepEqual(
    sampleSet(1, size).map(({ file }) => file),
    [
      'training_set/cats/cat.1.jpg',
      'training_set/dogs/dog.1.jpg',
      'training_set/cats/cat.2.jpg',
      'training_set/dogs/dog.2.jpg',
      'training_set/cats/cat.3.jpg',
      'training_set/dogs/dog.3.jpg',
      'test_set/cats/cat.4.jpg',
      'test_set/dogs/dog.4.jpg',
      'test_set/cats/cat.5.jpg',
      'test_set/dogs/dog.5.jpg',
      'unseen/picture-1.jpg',
      'unseen/picture-2.jpg',
      'unseen/picture-3.jpg',
      'unseen/picture-4.jpg',
    ],
  );
});

test('a picture is the same in a larger set', () => {
  const larger = sampleSet(1, { training: 10, test: 2, unseen: 0 });
  const find = (file: string, set: ReturnType<typeof sampleSet>): string | undefined =>
    set.find((picture) => picture.file === file)?.draw().svg;
  assert.equal(find('training_set/dogs/dog.2.jpg', sampleSet(1, size)), find('training_set/dogs/dog.2.jpg', larger));
  assert.equal(find('test_set/cats/cat.4.jpg', sampleSet(1, size)), find('test_set/cats/cat.11.jpg', larger));
});

test('drawing a picture again begins its noise anew', () => {
  const [picture] = sampleSet(1, size);
  assert.ok(picture);
  const noise = (): number[] => {
    const drawing = picture.draw();
    return Array.from({ length: 50 }, () => drawing.noise());
  };
  const first = noise();
  assert.deepEqual(noise(), first);
  assert.equal(new Set(first).size, 50);
});

test('no picture of the training set is in the test set or among the unseen', () => {
  const drawings = sampleSet(1, { training: 40, test: 40, unseen: 40 }).map((picture) => picture.draw().svg);
  assert.equal(new Set(drawings).size, drawings.length);
});

test('marks tell pictures apart, and seeds', () => {
  const marks = [...sampleSet(1, size), ...sampleSet(2, size)].map(({ mark }) => mark);
  assert.equal(new Set(marks).size, marks.length);
});

test('the unseen are half cats and half dogs, in an order that differs from seed to seed', () => {
  const orders = [1, 2, 3, 4, 5].map((seed) => unseenPictures(seed, 6).map((picture) => picture.class));
  for (const order of orders) assert.equal(order.filter((name) => name === 'cats').length, 3);
  assert.ok(new Set(orders.map((order) => order.join())).size > 1);
});
