import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Web } from '../host/web.ts';
import { cookieFor, refusalOf, type Secret } from './guard.ts';

export interface AppOptions {
  readonly web: Web;
  readonly secret: Secret;
}

/** Every request passes the guard; a visit with the token leaves with a cookie in its place, so that the token isn't kept in the address. */
export function createApp({ web, secret }: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (context, next) => {
    const { req } = context;
    const refusal = refusalOf(
      {
        host: context.env.incoming.headers.host,
        origin: req.header('origin'),
        cookie: req.header('cookie'),
        token: req.query('token') ?? null,
        mustNameOrigin: req.method !== 'GET' && req.method !== 'HEAD',
      },
      secret,
    );
    if (refusal !== null) return context.text(`${refusal.text}\n`, refusal.status);
    if (req.query('token') === undefined) return next();
    context.header('set-cookie', cookieFor(secret));
    context.header('cache-control', 'no-store');
    context.header('referrer-policy', 'no-referrer');
    return context.redirect('/', 303);
  });
  app.all('*', (context) => web(context.req.raw));
  return app;
}
