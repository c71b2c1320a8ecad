/** The program behind the page: who the host is, and whether its engine and the connection to it are there. */
import type { Capabilities, EngineState } from '../../../contract/host.ts';
import { host, linkState } from '../connection.ts';
import type { LinkState } from '../link.ts';

export class Program {
  #capabilities = $state.raw<Capabilities | null>(null);
  #engine = $state.raw<EngineState>({ state: 'starting', message: null });
  #connection = $state<LinkState>(linkState());
  #ended = $state<string | null>(null);

  get capabilities(): Capabilities | null {
    return this.#capabilities;
  }
  get engine(): EngineState {
    return this.#engine;
  }
  get connection(): LinkState {
    return this.#connection;
  }
  get ended(): string | null {
    return this.#ended;
  }

  /** Throws what the host's calls throw. */
  async meet(): Promise<void> {
    const [capabilities, engine] = await Promise.all([host.capabilities(), host.engine()]);
    this.#capabilities = capabilities;
    this.#engine = engine;
  }

  /** Whether the connection is there again after it was lost. */
  linked(state: LinkState): boolean {
    const back = state === 'open' && this.#connection === 'lost';
    this.#connection = state;
    return back;
  }

  /** Whether the engine is ready now and wasn't before. */
  heard(engine: EngineState): boolean {
    const before = this.#engine.state;
    this.#engine = engine;
    if (engine.state === 'restarting') this.#ended = engine.message;
    return engine.state === 'ready' && before !== 'ready';
  }

  heardOfEnd(): void {
    this.#ended = null;
  }
}
