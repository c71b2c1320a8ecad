/** The engine in a process of its own: started, watched, started again after a crash, ended. */
import type { StudioApi, Unsubscribe } from '../contract/api.ts';
import type { StudioEvent } from '../contract/events.ts';
import type { EngineState, HostEvent } from '../contract/host.ts';
import type { PicturesApi } from '../contract/pictures.ts';
import { callers, type Call } from '../rpc/connect.ts';
import { createListeners } from '../rpc/listeners.ts';
import { startChild, type Child, type Ending } from './engine-child.ts';
import { engineStopped, failing, restarting } from './engine-words.ts';
import { afterRestart, createRunningJobs } from './lost-jobs.ts';

export interface EngineOptions {
  /** A Node that runs TypeScript: the bundled one. */
  readonly node: string;
  /** src/engine-host/main.ts. */
  readonly entry: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What a person needn't read: what a crashed engine said last. */
  readonly log: (text: string) => void;
}

export interface EngineProcess {
  /** Always of the process that runs now. Calls reject with `engine-stopped` when it ends and while there is none. */
  readonly studio: StudioApi;
  readonly pictures: PicturesApi;
  state(): EngineState;
  /** Of the process that runs now. */
  pid(): number | null;
  readonly onStudioEvent: (listener: (event: StudioEvent) => void) => Unsubscribe;
  readonly onHostEvent: (listener: (event: HostEvent) => void) => Unsubscribe;
  /** Starts it again where it has failed; else nothing. */
  restart(): void;
  /** Lets it stop and save what runs, then end. Resolves when the process is gone. */
  close(): Promise<void>;
}

/** So many crashes within so many milliseconds are no accident. */
const crashes = { most: 3, within: 60_000 };

/** Starts it at once; calls that come before it is ready wait for it. */
export function startEngine(options: EngineOptions): EngineProcess {
  const engine = new WatchedEngine(options);
  engine.start();
  const call: Call = (name, args) => engine.call(name, args);
  return {
    studio: callers('studio', call),
    pictures: callers('pictures', call),
    state: () => engine.state,
    pid: () => engine.child?.pid ?? null,
    onStudioEvent: engine.studioEvents.add,
    onHostEvent: engine.hostEvents.add,
    restart: () => engine.restart(),
    close: () => engine.close(),
  };
}

class WatchedEngine {
  readonly studioEvents = createListeners<StudioEvent>();
  readonly hostEvents = createListeners<HostEvent>();
  state: EngineState = { state: 'starting', message: null };
  child: Child | null = null;
  readonly #options: EngineOptions;
  readonly #jobs = createRunningJobs();
  #crashedAt: readonly number[] = [];
  #closing: Promise<void> | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  start(): void {
    const again = this.state.state !== 'starting';
    this.child = startChild(this.#options, {
      onEvent: (event) => this.#tell(event),
      onReady: () => {
        this.#become({ state: 'ready', message: null });
        if (again) for (const event of afterRestart) this.#tell(event);
      },
      onEnd: (ending) => this.#ended(ending),
    });
  }

  async call(name: string, args: unknown[]): Promise<unknown> {
    if (this.child === null || this.#closing !== null) throw engineStopped(null);
    return this.child.call(name, args);
  }

  restart(): void {
    if (this.state.state !== 'failed' || this.#closing !== null) return;
    this.#crashedAt = [];
    this.#become({ state: 'restarting', message: null });
    this.start();
  }

  close(): Promise<void> {
    return (this.#closing ??= this.child?.end() ?? Promise.resolve());
  }

  #become(state: EngineState): void {
    this.state = state;
    this.hostEvents.tell({ type: 'engine', engine: state });
  }

  #tell(event: StudioEvent): void {
    this.#jobs.note(event);
    this.studioEvents.tell(event);
  }

  #ended(ending: Ending): void {
    this.child = null;
    for (const event of this.#jobs.lost(engineStopped(ending))) this.studioEvents.tell(event);
    if (this.#closing === null) this.#crashed(ending);
  }

  #crashed(ending: Ending): void {
    this.#options.log(`the engine's process ended (${ending.how}); it said last:\n${ending.lastWords}`);
    const now = performance.now();
    this.#crashedAt = [...this.#crashedAt.filter((at) => now - at < crashes.within), now];
    if (this.#crashedAt.length >= crashes.most) {
      this.#become(failing(ending, this.#crashedAt.length));
      return;
    }
    this.#become(restarting(ending));
    this.start();
  }
}
