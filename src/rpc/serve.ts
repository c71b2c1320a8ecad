import { createBirpc } from 'birpc';
import { PawlabError } from '../contract/errors.ts';
import type { StudioEvent } from '../contract/events.ts';
import type { HostEvent } from '../contract/host.ts';
import { calls, type Apis } from './calls.ts';
import type { Channel } from './channel.ts';
import { isMessage, withCrossingError } from './messages.ts';

/** Plain objects with functions of their own: nothing of a prototype can be called. */
export type Offers = Partial<Apis>;

/** What the connected side listens with. */
export interface Listening {
  studioEvent(event: StudioEvent): void;
  hostEvent(event: HostEvent): void;
}

export interface Serving extends Listening {
  /** Hears and answers nothing more; calls that are under way go on unheard. */
  close(): void;
}

type Call = (...args: unknown[]) => unknown;

/**
 * Answers what comes over a channel with what is offered. PawlabErrors cross as they are; anything else that is thrown goes
 * to `onBug` and arrives as a mistake without details, as do calls that aren't offered.
 */
export function serve(channel: Channel, offers: Offers, onBug: (error: unknown) => void = console.error): Serving {
  let closed = false;
  const rpc = createBirpc<Listening, object, false>(
    {},
    {
      proxify: false,
      timeout: -1,
      post: (message) => {
        if (!closed) channel.send(message);
      },
      serialize: withCrossingError,
      on: (listener: (message: unknown) => unknown) =>
        channel.onMessage((message) => {
          if (closed) return;
          if (isMessage(message)) Promise.resolve(listener(message)).catch(onBug);
          else onBug(new Error('a message that is none of the contract'));
        }),
      resolver: (name) => offered(offers, name) ?? refusing(name),
      onFunctionError: (error) => {
        if (!(error instanceof PawlabError)) onBug(error);
      },
    },
  );
  return {
    studioEvent: (event) => void rpc.$callEvent('studioEvent', event).catch(onBug),
    hostEvent: (event) => void rpc.$callEvent('hostEvent', event).catch(onBug),
    close: () => {
      closed = true;
    },
  };
}

/**
 * The function behind a name such as `studio.train`. The name comes from outside: `studio.constructor`, `__proto__.x` or
 * `studio.train.call` must reach nothing, so both parts have to be in the list of calls and the object's own.
 */
export function offered(offers: Offers, name: string): Call | undefined {
  const [group = '', call = '', ...more] = name.split('.');
  if (more.length > 0 || !isOwn(calls, group) || !isOwn(calls[group], call)) return undefined;
  const api = offers[group];
  if (api === undefined || !isOwn(api, call)) return undefined;
  const found: unknown = Reflect.get(api, call);
  return typeof found === 'function' ? (...args): unknown => Reflect.apply(found, api, args) : undefined;
}

const isOwn = <T extends object>(object: T, name: string): name is keyof T & string => Object.hasOwn(object, name);

const refusing =
  (name: string): Call =>
  () => {
    throw new Error(`no such call: ${name.slice(0, 100)}`);
  };
