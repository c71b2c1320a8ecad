/**
 * What the stand-in doesn't imitate throws, and is remembered, so that a `catch` of the program can't hide it. What it takes
 * and does nothing about is remembered as well: the report of the specs names it.
 */
import { EventEmitter } from 'node:events';

const lacking = new Set<string>();
const accepted = new Set<string>();

/** For the fixture: read through the program's `process.versions`. */
export const gaps = (): string => JSON.stringify({ lacking: [...lacking].sort(), accepted: [...accepted].sort() });

/** Whether the program asked for something that it could not get. */
export const hasLacked = (): boolean => lacking.size > 0;

export function lacks(name: string): never {
  lacking.add(name);
  throw new Error(`not implemented in the stand-in: ${name}`);
}

export function accept(name: string): void {
  accepted.add(name);
}

/** A function that does nothing and says so in the report. */
export const accepting = (name: string) => (): void => accept(name);

/** Promises, the inspector and `JSON.stringify` ask every object for these. */
const askedOfAll: ReadonlySet<PropertyKey> = new Set(['then', 'toJSON', 'constructor', 'inspect']);

/** The object, of which nothing else can be read. Everything may be set: tests replace functions. */
export function only<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key): unknown {
      if (key in target || typeof key === 'symbol' || askedOfAll.has(key)) return Reflect.get(target, key);
      return lacks(`${name}.${key}`);
    },
  });
}

/** Throws where options hold anything that is none of `known`. */
export function requireKnown(name: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) if (!known.includes(key)) lacks(`${name} { ${key} }`);
}

/** An event emitter on which nobody can wait for what never comes. */
export class KnownEvents extends EventEmitter {
  constructor(name: string, known: readonly string[], never: readonly string[] = []) {
    super();
    this.on('newListener', (event: string | symbol) => {
      if (never.includes(String(event))) accept(`${name} event ${String(event)}`);
      else if (!known.includes(String(event))) lacks(`${name} event ${String(event)}`);
    });
  }
}

/** The event that listeners can refuse. Electron calls listeners with it first. */
export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable(): Preventable {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
