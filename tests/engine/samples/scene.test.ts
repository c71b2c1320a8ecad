import assert from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../../../src/engine/random.ts';
import { drawAnimal, sampleClasses } from '../../../src/engine/samples/animals.ts';
import { drawPicture } from '../../../src/engine/samples/scene.ts';

const numbers = Array.from({ length: 60 }, (_, index) => index + 1);

test('the same picture is drawn the same every time', () => {
  assert.equal(drawPicture(1, 'training', 'cats', 3).svg, drawPicture(1, 'training', 'cats', 3).svg);
});

test('seed, split, class and number each make another picture', () => {
  const drawings = [
    drawPicture(1, 'training', 'cats', 3),
    drawPicture(2, 'training', 'cats', 3),
    drawPicture(1, 'test', 'cats', 3),
    drawPicture(1, 'training', 'dogs', 3),
    drawPicture(1, 'training', 'cats', 4),
  ].map(({ svg }) => svg);
  assert.equal(new Set(drawings).size, drawings.length);
});

test('nothing but the animal tells a cat picture from the dog picture of the same number', () => {
  for (const number of numbers) {
    const [cat, dog] = sampleClasses.map((name) => {
      const { svg, plan } = drawPicture(5, 'training', name, number);
      const animal = drawAnimal(name, plan, random(5, 'samples', 'training', name, number));
      assert.ok(svg.includes(animal));
      return { plan, around: svg.replace(animal, '') };
    });
    assert.deepEqual(cat, dog);
  }
});

test('cats and dogs are painted with the same furs', () => {
  for (const number of numbers) {
    const [cat = '', dog = ''] = sampleClasses.map((name) => {
      const { plan } = drawPicture(5, 'training', name, number);
      return drawAnimal(name, plan, random(5, 'samples', 'training', name, number));
    });
    const { fur } = drawPicture(5, 'training', 'cats', number).plan;
    for (const color of [fur.base, fur.ink]) assert.ok(cat.includes(color) && dog.includes(color));
  }
});

test('pictures use nothing that renderers draw differently, and no number is broken', () => {
  for (const name of sampleClasses) {
    for (const number of numbers) {
      assert.doesNotMatch(drawPicture(9, 'test', name, number).svg, /<text|<filter|<image|NaN|undefined|Infinity/);
    }
  }
});
