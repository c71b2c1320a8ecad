import { spawn, type ChildProcess } from 'node:child_process';
import type { StudioEvent } from '../contract/events.ts';
import { connect } from '../rpc/connect.ts';
import type { EngineOptions } from './engine-process.ts';
import { engineStopped } from './engine-words.ts';
import { oneByOne } from '../rpc/one-by-one.ts';

/** How a process ended, in words (`exit code 70`, `SIGKILL`), and the last lines of its standard error. */
export interface Ending {
  readonly how: string;
  readonly lastWords: string;
}

export interface Child {
  /** Undefined where it could not be started. */
  readonly pid: number | undefined;
  call(name: string, args: unknown[]): Promise<unknown>;
  /** Has it stop and save what runs, of which it still tells. Resolves when the process is gone. */
  end(): Promise<void>;
}

export interface ChildListeners {
  readonly onEvent: (event: StudioEvent) => void;
  readonly onReady: () => void;
  readonly onEnd: (ending: Ending) => void;
}

/** A long step and a checkpoint of a large network fit in; after it, the last whole epoch is what is saved. */
const gracePeriod = 30_000;

export function startChild(options: EngineOptions, { onEvent, onReady, onEnd }: ChildListeners): Child {
  const process = spawn(options.node, ['--disable-warning=ExperimentalWarning', options.entry], {
    env: options.environment,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const lastWords = tailOf(process);
  const connection = connect({
    send: (message) => sendTo(process, message),
    onMessage: (listener) => {
      const hear = oneByOne((message) => (isReady(message) ? onReady() : listener(message)));
      process.on('message', hear);
    },
  });
  connection.onStudioEvent(onEvent);
  const gone = endOf(process).then((how) => {
    const ending = { how, lastWords: lastWords() };
    connection.fail(engineStopped(ending));
    onEnd(ending);
  });
  return {
    pid: process.pid,
    call: connection.call,
    end: () => {
      sendTo(process, { type: 'end' });
      const kill = setTimeout(() => process.kill('SIGKILL'), gracePeriod);
      return gone.finally(() => clearTimeout(kill));
    },
  };
}

/** Throws nothing where the process is gone: its end rejects what is pending. */
function sendTo(process: ChildProcess, message: unknown): void {
  if (process.connected && typeof message === 'object' && message !== null) process.send(message, () => undefined);
}

const isReady = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';

/** Milliseconds. A decoder that outlives the engine may hold its error stream open; nobody waits for that. */
const lastWordsWait = 1000;

/** Resolves with how it ended, once all it had said has been heard. */
function endOf(process: ChildProcess): Promise<string> {
  const silence = new Promise((resolve) => process.stderr?.once('close', resolve));
  return new Promise((resolve) => {
    process.on('error', ({ message }) => resolve(message));
    process.on('exit', (code, signal) => {
      const ended = (): void => resolve(signal ?? `exit code ${code ?? 0}`);
      setTimeout(ended, lastWordsWait).unref();
      void silence.then(ended);
    });
  });
}

const linesKept = 20;

function tailOf({ stderr }: ChildProcess): () => string {
  let text = '';
  stderr?.setEncoding('utf8').on('data', (more: string) => {
    text = `${text}${more}`.split('\n').slice(-linesKept).join('\n');
  });
  return () => text.trimEnd();
}
