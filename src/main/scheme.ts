/** The page has an origin of its own instead of `file:`: same-origin rules and the content policy hold, and its address is relative. */
import { protocol } from 'electron';
import type { Web } from '../host/web.ts';
import { ourHost, ourScheme } from './addresses.ts';

/** Before the program is ready: Chromium takes schemes only at its start. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: ourScheme, privileges }]);
}

export function serveScheme(web: Web): void {
  protocol.handle(ourScheme, (request) =>
    new URL(request.url).host === ourHost ? web(request) : new Response(null, { status: 404 }),
  );
}
