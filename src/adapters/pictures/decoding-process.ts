import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { DecodingReply, DecodingRequest } from './decoding-messages.ts';
import type { Refusal } from './reasons.ts';

export interface ProcessEvents<Result> {
  /** It can take (more) work. */
  onReady(process: DecodingProcess<Result>): void;
  onDone(process: DecodingProcess<Result>, id: number, results: readonly (Result | Refusal)[]): void;
  /** `error`: the last that it wrote to its error stream. */
  onExit(process: DecodingProcess<Result>, error: string): void;
}

/** Kept of the error stream. */
const errorLength = 2000;

/** One child process that decodes. It holds the program alive only while it has work. */
export class DecodingProcess<Result> {
  /** Started and able to work; false before that. */
  ready = false;
  /** Resolves when the process is gone, for whatever reason. */
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;

  constructor(entry: URL, events: ProcessEvents<Result>) {
    // The parent's own flags (inspector, test runner, `--eval`) are not for children; NODE_OPTIONS reaches them.
    this.#child = fork(entry, [], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let error = '';
    const stream = this.#child.stderr as Socket | null;
    stream?.on('data', (text: Buffer) => {
      error = (error + text.toString()).slice(-errorLength);
    });
    stream?.unref();
    this.#child.on('message', (reply: DecodingReply<Result>) => {
      if (reply.type === 'done') {
        events.onDone(this, reply.id, reply.results);
        return;
      }
      this.ready = true;
      events.onReady(this);
    });
    // `error` comes instead of `close` where it could not be started at all.
    this.ended = new Promise((resolve) => {
      this.#child.once('close', resolve);
      this.#child.once('error', () => resolve());
    });
    void this.ended.then(() => events.onExit(this, error.trim()));
  }

  send(request: DecodingRequest): void {
    // A process that died is noticed by its exit, which hands its work on.
    this.#child.send(request, () => undefined);
  }

  hold(): void {
    this.#child.ref();
    this.#child.channel?.ref();
  }

  release(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** The operating system's id; undefined where it could not be started. */
  get id(): number | undefined {
    return this.#child.pid;
  }

  end(): Promise<void> {
    this.hold();
    this.#child.kill('SIGKILL');
    return this.ended;
  }
}
