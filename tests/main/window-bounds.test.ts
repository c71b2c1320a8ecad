import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leastSize, placeWindow, usualSize } from '../../src/main/window-bounds.ts';

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1280, y: 100, width: 1280, height: 1024 };
const last = { x: 200, y: 100, width: 1100, height: 700 };

describe('where a window opens', () => {
  it('is for the system to choose the first time', () => assert.deepEqual(placeWindow(null, [main]), usualSize));

  it('is where it was', () => assert.deepEqual(placeWindow(last, [main]), last));

  it('may be on a display with negative coordinates', () => {
    const there = { ...last, x: -900, y: 200 };
    assert.deepEqual(placeWindow(there, [main, left]), there);
  });

  it('is for the system to choose where that display is gone; the size stays', () => {
    assert.deepEqual(placeWindow({ ...last, x: -1200, y: 200 }, [main]), { width: 1100, height: 700 });
  });

  it('may reach over an edge as long as it can be dragged back', () => {
    const over = { ...last, x: 1700 };
    assert.deepEqual(placeWindow(over, [main]), over);
  });

  for (const [where, place] of [
    ['right of', { x: 1900, y: 100 }],
    ['left of', { x: -1050, y: 100 }],
    ['above', { x: 200, y: -30 }],
    ['below', { x: 200, y: 1030 }],
  ] as const) {
    it(`is for the system to choose where the title bar is ${where} every display`, () =>
      assert.deepEqual(placeWindow({ ...last, ...place }, [main]), { width: 1100, height: 700 }));
  }

  it('is no larger than its display', () => {
    const small = { x: 0, y: 0, width: 1000, height: 600 };
    assert.deepEqual(placeWindow({ ...last, width: 5000, height: 5000 }, [small]), {
      x: 200,
      y: 100,
      width: 1000,
      height: 600,
    });
  });

  it('is no smaller than what the page needs', () => {
    assert.deepEqual(placeWindow({ ...last, width: 300, height: 1 }, [main]), { x: 200, y: 100, ...leastSize });
  });

  it('needs no display to be known', () => assert.deepEqual(placeWindow(last, []), { width: 1100, height: 700 }));
});
