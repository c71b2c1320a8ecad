/** Chromium's debugging protocol over two pipes: JSON messages that end in a zero byte. */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

type Commands = Protocol.CommandParameters;
type Results = Protocol.CommandReturnValues;
type Events = Protocol.EventMap;

export interface CdpSession {
  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Results[M]>;
  on<E extends keyof Events>(event: E, listener: (...params: Events[E]) => void): void;
}

export interface Cdp extends CdpSession {
  session(id: string): CdpSession;
  onClose(listener: () => void): void;
}

interface Answer {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

export function openCdp(write: Writable, read: Readable): Cdp {
  const waiting = new Map<number, Waiting>();
  const events = new EventEmitter();
  let last = 0;
  write.on('error', () => undefined);
  onMessages(read, (text) => {
    const { id, sessionId, method, params, result, error } = JSON.parse(text) as Answer;
    if (id === undefined) {
      events.emit(`${sessionId ?? ''} ${method ?? ''}`, params);
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(result as never);
    else call?.reject(new Error(`${call.method}: ${error.message}`));
  });
  read.on('close', () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: Chromium is gone`));
    waiting.clear();
  });
  const session = (sessionId: string): CdpSession => ({
    send: (method, params) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { method, resolve, reject });
        const to = sessionId === '' ? {} : { sessionId };
        write.write(`${JSON.stringify({ id: last, ...to, method, params: params ?? {} })}\0`);
      }),
    on: (event, listener) => void events.on(`${sessionId} ${event}`, listener),
  });
  return { ...session(''), session, onClose: (listener) => void read.on('close', listener) };
}

/** Chunks are kept apart until a message is whole: adding each to one long text takes time by its square. */
function onMessages(read: Readable, listener: (text: string) => void): void {
  let parts: string[] = [];
  read.setEncoding('utf8').on('data', (chunk: string) => {
    const [end = '', ...more] = chunk.split('\0');
    parts.push(end);
    for (const start of more) {
      listener(parts.join(''));
      parts = [start];
    }
  });
}
