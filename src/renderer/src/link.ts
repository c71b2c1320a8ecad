/** A connection that outlives its channel: where that ends, another is opened, and whoever holds an API of it notices no more than rejected calls. */
import type { Unsubscribe } from '../../contract/api.ts';
import { PawlabError } from '../../contract/errors.ts';
import type { StudioEvent } from '../../contract/events.ts';
import type { HostEvent } from '../../contract/host.ts';
import type { Apis } from '../../rpc/calls.ts';
import type { Channel } from '../../rpc/channel.ts';
import { callers, connect, type Connection } from '../../rpc/connect.ts';
import { createListeners } from '../../rpc/listeners.ts';
import { offered } from '../../rpc/serve.ts';

export type LinkState = 'connecting' | 'open' | 'lost';

/** Opens a channel and says once when it is open and once when it has ended, also where it never opened. */
export type Opener = (told: { readonly opened: (channel: Channel) => void; readonly closed: () => void }) => void;

/** Runs something later: setTimeout, in milliseconds. */
export type Later = (run: () => void, milliseconds: number) => void;

export interface Link extends Apis {
  readonly state: () => LinkState;
  readonly onState: (listener: (state: LinkState) => void) => Unsubscribe;
  readonly onStudioEvent: (listener: (event: StudioEvent) => void) => Unsubscribe;
  readonly onHostEvent: (listener: (event: HostEvent) => void) => Unsubscribe;
}

const longestWait = 5000;

/** Milliseconds before attempt `attempt`, from 0: at once, then longer and longer. */
export const waitBefore = (attempt: number): number => (attempt === 0 ? 0 : Math.min(longestWait, 250 * 2 ** attempt));

const lost = (): PawlabError =>
  new PawlabError('host-lost', 'The connection to Pawlab is lost.', 'Pawlab tries again by itself.');

class KeptLink {
  readonly states = createListeners<LinkState>();
  readonly studioEvents = createListeners<StudioEvent>();
  readonly hostEvents = createListeners<HostEvent>();
  state: LinkState = 'connecting';
  #connection: Connection | null = null;
  #attempt = 0;
  /** Calls that were made before the first channel was open. */
  #waiting: (() => void)[] = [];
  readonly #open: Opener;
  readonly #later: Later;

  constructor(open: Opener, later: Later) {
    this.#open = open;
    this.#later = later;
  }

  start(): void {
    let ended = false;
    this.#open({
      opened: (channel) => this.#opened(channel),
      closed: () => {
        if (!ended) this.#closed();
        ended = true;
      },
    });
  }

  /** Calls wait for the first channel; later on they reject while there is none, so that nothing happens long after it was asked for. */
  async call(name: string, args: readonly unknown[]): Promise<unknown> {
    if (this.state === 'connecting') await new Promise<void>((go) => this.#waiting.push(go));
    const connection = this.#connection;
    if (connection === null) throw lost();
    return offered(connection, name)?.(...args);
  }

  #opened(channel: Channel): void {
    const connection = connect(channel);
    connection.onStudioEvent(this.studioEvents.tell);
    connection.onHostEvent(this.hostEvents.tell);
    this.#connection = connection;
    this.#attempt = 0;
    this.#become('open');
  }

  #closed(): void {
    this.#connection?.fail(lost());
    this.#connection = null;
    this.#attempt += 1;
    this.#become('lost');
    this.#later(() => this.start(), waitBefore(this.#attempt));
  }

  #become(state: LinkState): void {
    const before = this.state;
    this.state = state;
    if (before !== state) this.states.tell(state);
    for (const go of this.#waiting.splice(0)) go();
  }
}

export function createLink(open: Opener, later: Later): Link {
  const link = new KeptLink(open, later);
  const call = (name: string, args: unknown[]): Promise<unknown> => link.call(name, args);
  link.start();
  return {
    studio: callers('studio', call),
    pictures: callers('pictures', call),
    host: callers('host', call),
    desktop: callers('desktop', call),
    state: () => link.state,
    onState: link.states.add,
    onStudioEvent: link.studioEvents.add,
    onHostEvent: link.hostEvents.add,
  };
}
