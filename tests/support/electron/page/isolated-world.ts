/** Runs in the preload script's world, as text: Electron's module for it. `path` of a file is set by the debugger. */
declare const document: EventTarget;

export interface IsolatedParts {
  readonly encode: (value: unknown) => unknown;
  readonly decode: (value: unknown) => unknown;
  /** To the program. */
  readonly tell: (text: string) => void;
}

interface Detail {
  readonly key: string;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly address: string;
}

type Listener = (...args: unknown[]) => unknown;

export function isolatedWorld({ encode, decode, tell }: IsolatedParts): (name: string) => unknown {
  const listeners = new Map<string, Listener[]>();
  const exposed = new Map<string, Readonly<Record<string, Listener>>>();
  const dispatch = (name: string, detail: object): void =>
    void document.dispatchEvent(new CustomEvent(`standin-${name}`, { detail }));
  const hear = (name: string, listener: (detail: Detail) => void): void =>
    document.addEventListener(`standin-${name}`, (event) => listener((event as CustomEvent<Detail>).detail));
  const incoming = (value: unknown): unknown => {
    const callback = (value as { standinCallback?: number } | null)?.standinCallback;
    return callback === undefined ? value : (...args: unknown[]): void => dispatch('callback', { callback, args });
  };
  const only = (name: string, object: object): object =>
    new Proxy(object, {
      get(target, key): unknown {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key);
        tell(JSON.stringify({ kind: 'lacks', name: `${name}.${key}` }));
        throw new Error(`not implemented in the stand-in: ${name}.${key}`);
      },
    });

  hear('call', ({ key, name, args }) => {
    try {
      dispatch('answer', { value: exposed.get(key)?.[name]?.(...args.map(incoming)), error: null });
    } catch (error) {
      dispatch('answer', { value: undefined, error: error instanceof Error ? error.message : String(error) });
    }
  });
  hear('open', ({ address }) => tell(JSON.stringify({ kind: 'open', address })));
  Reflect.set(globalThis, 'standinReceive', (channel: string, args: unknown) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...(decode(args) as unknown[]));
  });

  const electron = only('electron', {
    contextBridge: only('contextBridge', {
      exposeInMainWorld(key: string, api: Readonly<Record<string, Listener>>) {
        const odd = Object.keys(api).find((name) => typeof api[name] !== 'function');
        if (odd !== undefined)
          throw new Error(`not implemented in the stand-in: exposing ${odd}, which is no function`);
        exposed.set(key, api);
        dispatch('expose', { key, names: Object.keys(api) });
      },
    }),
    ipcRenderer: only('ipcRenderer', {
      send: (channel: string, ...args: unknown[]) =>
        tell(JSON.stringify({ kind: 'message', channel, args: encode(args) })),
      on: (channel: string, listener: Listener) =>
        void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    }),
    webUtils: only('webUtils', {
      getPathForFile(file: unknown): string {
        // Electron answers at once, so the page has to stand still while the program looks: it does so in the debugger.
        const held = { file, path: '' };
        // eslint-disable-next-line no-debugger -- the way there
        debugger;
        return held.path;
      },
    }),
  });
  return (name) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };
}
