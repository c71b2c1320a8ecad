/** The stand-in that specs of the window run on where Electron can't be had: that it refuses what it doesn't do. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { addScheme, toChromium, toProgram } from './addresses.ts';
import { decode, encode } from './page/codec.ts';
import { gaps, KnownEvents, only, requireKnown } from './refusing.ts';

describe('values of messages', () => {
  const values = [
    null,
    true,
    'text',
    0,
    -1.5,
    NaN,
    Infinity,
    -Infinity,
    undefined,
    [],
    [undefined, [1]],
    {},
    { a: undefined, b: { c: [NaN] } },
  ];
  for (const value of values) {
    it(`arrive as they are: ${inspect(value)}`, () => {
      assert.deepEqual(decode(JSON.parse(JSON.stringify(encode(value)))), value);
    });
  }

  it('that it could not bring there are refused', () => {
    for (const value of [() => 1, Symbol('a'), new Date(), new Map(), new Uint8Array(1), 1n, { $: 1 }]) {
      assert.throws(() => encode({ value }), /cloned|not implemented in the stand-in/);
    }
  });
});

describe('addresses of a scheme of the program', () => {
  addScheme('app');
  it('are others in Chromium, there and back', () => {
    const there = toChromium('app://pawlab/a/b.js?c=d#e');
    assert.equal(there, 'http://pawlab.app.localhost/a/b.js?c=d#e');
    assert.equal(toProgram(there), 'app://pawlab/a/b.js?c=d#e');
  });
  for (const address of [
    'https://example.org/',
    'http://localhost:5173/',
    'http://pawlab.other.localhost/',
    'about:blank',
  ]) {
    it(`leave others alone: ${address}`, () => {
      assert.equal(toProgram(address), address);
      assert.equal(toChromium(address), address);
    });
  }
});

describe('what is not imitated', () => {
  const thing: Readonly<Record<string, unknown>> = only('thing', { known: 1 });

  it('throws, and is remembered', () => {
    assert.equal(thing['known'], 1);
    assert.throws(() => thing['unknown'], /not implemented in the stand-in: thing\.unknown/);
    assert.throws(() => requireKnown('Window', { frame: false }, ['width']), /Window \{ frame \}/);
    assert.throws(
      () => new KnownEvents('app', ['ready']).on('gpu-info-update', () => undefined),
      /app event gpu-info-update/,
    );
    const { lacking } = JSON.parse(gaps()) as { readonly lacking: string[] };
    assert.deepEqual(lacking, ['Window { frame }', 'app event gpu-info-update', 'thing.unknown']);
  });

  it('may be replaced by a test', () => {
    Reflect.set(thing, 'replaced', 2);
    assert.equal(thing['replaced'], 2);
  });
});
