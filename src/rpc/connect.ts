import { createBirpc } from 'birpc';
import type { Unsubscribe } from '../contract/api.ts';
import type { StudioEvent } from '../contract/events.ts';
import type { HostEvent } from '../contract/host.ts';
import { calls, type Apis, type Group } from './calls.ts';
import type { Channel } from './channel.ts';
import { createListeners } from './listeners.ts';
import { isMessage, withArrivedError } from './messages.ts';
import type { Listening } from './serve.ts';

/** The contract at the far end of a channel. Calls of what isn't offered there reject. */
export interface Connection extends Apis {
  readonly onStudioEvent: (listener: (event: StudioEvent) => void) => Unsubscribe;
  readonly onHostEvent: (listener: (event: HostEvent) => void) => Unsubscribe;
  /** Any call by its name, such as `studio.train`. */
  readonly call: Call;
  /** The channel is gone: rejects what is pending and every later call. */
  fail(error: Error): void;
}

export function connect(channel: Channel): Connection {
  const studio = createListeners<StudioEvent>();
  const host = createListeners<HostEvent>();
  const listening: Listening = { studioEvent: studio.tell, hostEvent: host.tell };
  let failure: Error | null = null;
  const rpc = createBirpc<object, Listening, false>(listening, {
    proxify: false,
    timeout: -1,
    post: (message) => channel.send(message),
    on: (listener) =>
      channel.onMessage((message) => {
        if (isMessage(message)) listener(withArrivedError(message));
      }),
    resolver: (name, found) => (Object.hasOwn(listening, name) ? found : undefined),
  });
  const call: Call = async (name, args) => {
    if (failure !== null) throw failure;
    return rpc.$callRaw({ method: name, args });
  };
  return {
    studio: callers('studio', call),
    pictures: callers('pictures', call),
    host: callers('host', call),
    desktop: callers('desktop', call),
    call,
    onStudioEvent: studio.add,
    onHostEvent: host.add,
    fail: (error) => {
      failure = error;
      void rpc.$rejectPendingCalls(({ reject }) => reject(error));
    },
  };
}

export type Call = (name: string, args: unknown[]) => Promise<unknown>;

/** One function per call of an API, its own, so that what is connected can be offered on. */
export function callers<G extends Group>(group: G, call: Call): Apis[G] {
  const caller =
    (name: string) =>
    (...args: unknown[]) =>
      call(`${group}.${name}`, args);
  const functions = Object.keys(calls[group]).map((name) => [name, caller(name)] as const);
  // The list of calls is as complete as the API's type, which says what each takes and answers.
  return Object.fromEntries(functions) as unknown as Apis[G];
}
