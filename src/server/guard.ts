/** Who may talk to the server: the person who was given its address, from a page that it served itself. */
import { timingSafeEqual } from 'node:crypto';

/** What a request says of itself; the port is the one that the server listens on. */
export interface Caller {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
  /** Of the address, on the first visit. */
  readonly token: string | null;
  /** Requests that change something, and WebSockets, come from a page: they always say which. */
  readonly mustNameOrigin: boolean;
}

export interface Secret {
  readonly token: string;
  /** Browsers send a cookie to every port of a computer: each server has one of its own. */
  readonly cookieName: string;
}

export interface Refusal {
  readonly status: 401 | 403;
  readonly text: string;
}

const loopback = new Set(['127.0.0.1', 'localhost']);

/**
 * Null for a caller that may go on. Everything on this computer and every page in its browsers can send requests here:
 * - a page of another site, whose name its owner lets point to 127.0.0.1, sends its own name as the host;
 * - a page of another site, or of another program's port, sends its own origin, or none that a page of ours would send;
 * - other users of this computer reach the port, but don't know the token.
 * The host's port isn't compared, so that a forwarded port works; the origin has to be that very host.
 */
export function refusalOf({ host, origin, cookie, token, mustNameOrigin }: Caller, secret: Secret): Refusal | null {
  const [name = '', port = '', ...more] = (host ?? '').toLowerCase().split(':');
  if (!loopback.has(name) || more.length > 0 || !/^\d{0,5}$/.test(port)) {
    return { status: 403, text: 'Pawlab answers only at 127.0.0.1 and localhost.' };
  }
  if (origin === undefined ? mustNameOrigin : origin.toLowerCase() !== `http://${host?.toLowerCase() ?? ''}`) {
    return { status: 403, text: 'Pawlab answers only its own page.' };
  }
  if (sameToken(token, secret) || sameToken(cookieOf(cookie, secret), secret)) return null;
  return { status: 401, text: 'Open the address that `pawlab serve` printed, with its token.' };
}

function sameToken(given: string | null, { token }: Secret): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(header: string | undefined, { cookieName }: Secret): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [name = '', value = ''] = pair.trim().split('=', 2);
    if (name === cookieName) return value;
  }
  return null;
}

/** Lasts as long as the browser runs; scripts don't see it, and no other site's page can send it along. */
export const cookieFor = ({ cookieName, token }: Secret): string =>
  `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`;
