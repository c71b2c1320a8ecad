import { PawlabError } from '../../contract/errors.ts';
import type { StopSignal } from '../../engine/ports.ts';
import type { Work } from './decoding-messages.ts';
import { DecodingProcess } from './decoding-process.ts';
import { passing, type Refusal } from './reasons.ts';

interface Task<Result> {
  readonly id: number;
  readonly paths: readonly string[];
  readonly work: Work;
  readonly resolve: (results: readonly (Result | Refusal)[]) => void;
  readonly reject: (error: unknown) => void;
}

/** A second message waits in each process, so that none is idle while its answer travels. */
const messagesInFlight = 2;
/** Messages handed out ahead of the reader: one slow picture holds up no others, and memory stays bounded. */
const messagesAhead = 64;

export interface ProcessPoolOptions {
  /** At most so many. */
  readonly processes: number;
  /** Processes with nothing to do give their memory back after this many milliseconds. */
  readonly idleTime: number;
  /** What was asked for last is done first. */
  readonly newestFirst: boolean;
}

/**
 * Works on pictures in processes of their own: sharp's set-up per picture does not scale inside one process, and a crash of
 * native code costs one picture. Started when first needed. `Result` is what the work asked for gives.
 */
export class ProcessPool<Result> {
  readonly #entry: URL;
  readonly #options: ProcessPoolOptions;
  #size: number;
  readonly #processes = new Map<DecodingProcess<Result>, Task<Result>[]>();
  #queue: Task<Result>[] = [];
  #nextId = 0;
  #closed = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(entry: URL, options: ProcessPoolOptions) {
    this.#entry = entry;
    this.#options = options;
    this.#size = options.processes;
  }

  /**
   * In the order given, `together` paths in a message. Throws the signal's reason when aborted, PawlabError `decoder-failed`
   * where no process starts.
   */
  async *each(
    paths: readonly string[],
    work: Work,
    together: number,
    signal: StopSignal,
  ): AsyncGenerator<Result | Refusal, void> {
    const mine = new Set<number>();
    const ahead: Promise<readonly (Result | Refusal)[]>[] = [];
    let next = 0;
    try {
      for (;;) {
        signal.throwIfAborted();
        for (; ahead.length < messagesAhead && next < paths.length; next += together) {
          ahead.push(this.#submit(paths.slice(next, next + together), work, mine));
        }
        const first = ahead.shift();
        if (!first) return;
        yield* await first;
      }
    } finally {
      this.#queue = this.#queue.filter(({ id }) => !mine.has(id));
    }
  }

  /** One picture. Rejects with PawlabError `decoder-failed` where no process starts. */
  async one(path: string, work: Work): Promise<Result | Refusal> {
    const [result] = await this.#submit([path], work, new Set());
    return result ?? passing('the decoder gave no answer');
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    this.#failAll(new Error('The decoding pool was closed.'));
    await Promise.all([...this.#processes.keys()].map((process) => process.end()));
  }

  /** Operating system ids of the processes that are alive. */
  get processIds(): readonly number[] {
    return [...this.#processes.keys()].flatMap(({ id }) => id ?? []);
  }

  #submit(paths: readonly string[], work: Work, mine: Set<number>): Promise<readonly (Result | Refusal)[]> {
    if (this.#closed) return Promise.reject(new Error('The decoding pool was closed.'));
    const results = new Promise<readonly (Result | Refusal)[]>((resolve, reject) => {
      const id = this.#nextId++;
      mine.add(id);
      this.#queue.push({ id, paths, work, resolve, reject });
    });
    // A reader that stopped early leaves answers behind that nobody waits for.
    results.catch(() => undefined);
    this.#handOut();
    return results;
  }

  #handOut(): void {
    clearTimeout(this.#idle);
    for (const [process, tasks] of this.#processes) {
      while (process.ready && tasks.length < messagesInFlight) {
        const task = this.#options.newestFirst ? this.#queue.pop() : this.#queue.shift();
        if (!task) break;
        tasks.push(task);
        process.send({ id: task.id, paths: task.paths, work: task.work });
      }
      if (tasks.length > 0) process.hold();
      else if (this.#queue.length === 0) process.release();
    }
    const starting = [...this.#processes.keys()].filter(({ ready }) => !ready).length;
    if (this.#queue.length > starting && this.#processes.size < this.#size) this.#start();
    if (this.#isIdle()) this.#idle = setTimeout(() => this.#endIdle(), this.#options.idleTime).unref();
  }

  #isIdle(): boolean {
    return this.#queue.length === 0 && [...this.#processes.values()].every((tasks) => tasks.length === 0);
  }

  #start(): void {
    const process = new DecodingProcess<Result>(this.#entry, {
      onReady: () => this.#handOut(),
      onDone: (from, id, results) => this.#finish(from, id, results),
      onExit: (from, error) => this.#recover(from, error),
    });
    this.#processes.set(process, []);
    this.#handOut();
  }

  #endIdle(): void {
    for (const process of this.#processes.keys()) void process.end();
    this.#processes.clear();
  }

  #finish(process: DecodingProcess<Result>, id: number, results: readonly (Result | Refusal)[]): void {
    const tasks = this.#processes.get(process) ?? [];
    const at = tasks.findIndex((task) => task.id === id);
    const [task] = at < 0 ? [] : tasks.splice(at, 1);
    task?.resolve(results);
    this.#handOut();
  }

  /** A process works in order, so the first of its tasks is the one that it died on; the others only waited. */
  #recover(process: DecodingProcess<Result>, error: string): void {
    const tasks = this.#processes.get(process);
    // Ended because it had nothing to do.
    if (!tasks) return;
    const [suspect, ...waiting] = tasks;
    this.#processes.delete(process);
    if (this.#closed) {
      const closed = new Error('The decoding pool was closed.');
      for (const { reject } of tasks) reject(closed);
      return;
    }
    if (!process.ready) {
      this.#startFailed(error);
      return;
    }
    this.#queue.unshift(...(suspect ? this.#narrow(suspect) : []), ...waiting);
    this.#handOut();
  }

  /** Once more, one by one, to find the picture that does it; a single picture is the one. */
  #narrow(task: Task<Result>): Task<Result>[] {
    if (task.paths.length === 1) {
      task.resolve([passing('reading it crashed the decoder')]);
      return [];
    }
    const results: (readonly (Result | Refusal)[])[] = [];
    let missing = task.paths.length;
    // The parts keep the id: a process answers in order, and the first task of an id is the one that is answered.
    return task.paths.map((path, index) => ({
      ...task,
      paths: [path],
      resolve: (pictures) => {
        results[index] = pictures;
        if (--missing === 0) task.resolve(results.flat());
      },
    }));
  }

  /** Fewer processes than wished are no failure; none at all is. */
  #startFailed(error: string): void {
    if (this.#processes.size > 0) {
      this.#size = this.#processes.size;
      this.#handOut();
      return;
    }
    const cause = error.split('\n').findLast((line) => line.includes('Error')) ?? error;
    this.#failAll(
      new PawlabError(
        'decoder-failed',
        `The process that reads pictures could not start${cause ? `: ${cause.trim()}` : ''}.`,
        'Install Pawlab again; `pawlab doctor` on the command line says what is missing. Nothing was changed.',
      ),
    );
  }

  #failAll(error: Error): void {
    const tasks = this.#queue;
    this.#queue = [];
    for (const { reject } of tasks) reject(error);
  }
}
