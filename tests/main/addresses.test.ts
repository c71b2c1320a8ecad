import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOurs, isTrusted, mayOpenOutside, pageAddress } from '../../src/main/addresses.ts';

const strangers = [
  '',
  'app:',
  'app:pawlab/index.html',
  'app://',
  'app:///index.html',
  'app://evil/index.html',
  'app://pawlab.evil/',
  'app://evil.pawlab/',
  'app://pawlab@evil/',
  'app://evil@pawlab/',
  'app://evil:pawlab@pawlab/',
  'app://pawlab:1/',
  'app://evil/app://pawlab/',
  'app://evil/#app://pawlab/',
  'app://evil?app://pawlab/',
  'app://PAWLAB/',
  'app://pаwlab/',
  'app://pawlab%2eevil/',
  'apps://pawlab/',
  'http://pawlab/',
  'https://pawlab/',
  'file:///pawlab/index.html',
  'blob:app://pawlab/1',
  'filesystem:app://pawlab/1',
  'data:text/html,app://pawlab/',
  'javascript:app://pawlab/',
  'view-source:app://pawlab/',
  'about:blank',
  'about:srcdoc',
  'chrome-error://chromewebdata/',
  'devtools://devtools/bundled/',
  'null',
  '//pawlab/',
];

describe('an address of our page', () => {
  for (const address of [
    pageAddress,
    `${pageAddress}#/train`,
    `${pageAddress}?a=1`,
    'app://pawlab/',
    'APP://pawlab/',
  ]) {
    it(`is ${address}`, () => assert.equal(isOurs(address), true));
  }
  for (const address of strangers) {
    it(`is not ${JSON.stringify(address)}`, () => assert.equal(isOurs(address), false));
  }
});

describe('a message', () => {
  const sender = { address: pageAddress, isMainFrame: true, isOurWindow: true };
  it('is heard from the main frame of our window that shows our page', () => assert.equal(isTrusted(sender), true));
  it('is not heard from a frame inside of the page', () =>
    assert.equal(isTrusted({ ...sender, isMainFrame: false }), false));
  it('is not heard from contents that are none of our windows', () =>
    assert.equal(isTrusted({ ...sender, isOurWindow: false }), false));
  it('is not heard when its frame is gone', () => assert.equal(isTrusted({ ...sender, address: '' }), false));
  for (const address of strangers) {
    it(`is not heard from ${JSON.stringify(address)}`, () => assert.equal(isTrusted({ ...sender, address }), false));
  }
});

describe('a link', () => {
  for (const address of ['https://example.org', 'https://example.org/a?b#c', 'HTTPS://EXAMPLE.ORG/']) {
    it(`opens outside: ${address}`, () => assert.equal(mayOpenOutside(address), true));
  }
  const refused = [
    '',
    'example.org',
    'http://example.org/',
    'https://',
    'https://somebody@example.org/',
    'https://example.org:password@evil.example/',
    'file:///etc/passwd',
    'file://server/share/program.exe',
    'smb://server/share',
    '\\\\server\\share',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-msdt:/id',
    'vscode://file/etc',
    'mailto:somebody@example.org',
    'app://pawlab/index.html',
    'C:\\Windows\\System32\\calc.exe',
  ];
  for (const address of refused) {
    it(`does not open outside: ${JSON.stringify(address)}`, () => assert.equal(mayOpenOutside(address), false));
  }
});
