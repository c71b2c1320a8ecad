import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cookieFor, refusalOf, type Caller } from '../../src/server/guard.ts';

const secret = { token: 'a-token-that-nobody-guesses', cookieName: 'pawlab-7295' };

/** A page of ours that asks for a picture. */
const fine: Caller = {
  host: '127.0.0.1:7295',
  origin: undefined,
  cookie: `pawlab-7295=${secret.token}`,
  token: null,
  mustNameOrigin: false,
};

const statusOf = (change: Partial<Caller>): number | null => refusalOf({ ...fine, ...change }, secret)?.status ?? null;

describe('the guard lets through', () => {
  const callers: Record<string, Partial<Caller>> = {
    'a page of ours': {},
    'a page of ours that says so': { origin: 'http://127.0.0.1:7295', mustNameOrigin: true },
    'localhost as a name': { host: 'localhost:7295', origin: 'http://localhost:7295' },
    'a forwarded port': { host: 'localhost:9000', origin: 'http://localhost:9000' },
    'the first visit': { cookie: undefined, token: secret.token },
    'our cookie among those of other programs': { cookie: `a=b; pawlab-7295=${secret.token}; pawlab-7296=x` },
  };
  for (const [name, change] of Object.entries(callers)) it(name, () => assert.equal(statusOf(change), null));
});

describe('the guard refuses', () => {
  const attacks: Record<string, Partial<Caller>> = {
    'a name that leads here from outside': { host: 'rebound.example:7295', origin: 'http://rebound.example:7295' },
    'a name that only begins like ours': { host: '127.0.0.1.example:7295' },
    'a name that only ends like ours': { host: 'evil-localhost:7295' },
    'another address of this computer': { host: '0.0.0.0:7295' },
    'an address in the network': { host: '192.168.1.5:7295' },
    'no host': { host: undefined },
    'an empty host': { host: '' },
    'a host with a user': { host: '127.0.0.1:7295@example.org' },
    'a host with two ports': { host: '127.0.0.1:7295:80' },
    'a page of another site': { origin: 'https://example.org' },
    'a page of another port': { origin: 'http://127.0.0.1:8080' },
    'a page of the other name': { origin: 'http://localhost:7295' },
    'a page over https': { origin: 'https://127.0.0.1:7295' },
    'a page of no site': { origin: 'null' },
    'a site whose name begins like ours': { origin: 'http://127.0.0.1:7295.example' },
    'a WebSocket that names no page': { mustNameOrigin: true },
  };
  for (const [name, change] of Object.entries(attacks)) it(name, () => assert.equal(statusOf(change), 403));

  const strangers: Record<string, Partial<Caller>> = {
    'no cookie': { cookie: undefined },
    'an empty cookie': { cookie: 'pawlab-7295=' },
    'a wrong cookie': { cookie: 'pawlab-7295=another-token-of-equal-len' },
    'the cookie of another server': { cookie: `pawlab-7296=${secret.token}` },
    'a cookie that only ends like ours': { cookie: `xpawlab-7295=${secret.token}` },
    'part of the token': { cookie: undefined, token: secret.token.slice(0, -1) },
    'an empty token': { cookie: undefined, token: '' },
    'letters that take more bytes': { cookie: undefined, token: 'ä'.repeat(secret.token.length) },
  };
  for (const [name, change] of Object.entries(strangers)) it(name, () => assert.equal(statusOf(change), 401));
});

it("the cookie is for this server's pages alone", () => {
  assert.equal(cookieFor(secret), `pawlab-7295=${secret.token}; Path=/; HttpOnly; SameSite=Strict`);
});
