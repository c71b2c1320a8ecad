/** What a host does for its page besides the studio: the desktop window, or the server that a browser talks to. */
/** What this host can do. A page asks here; no call throws because a host hasn't it. */
export interface Capabilities {
  readonly host: 'desktop' | 'server';
  /** As Node names it; null where the host doesn't tell. */
  readonly platform: 'linux' | 'darwin' | 'win32' | null;
  /** Native dialogs, showing in a folder and paths of dropped files: `Host.desktop` is there. */
  readonly desktop: boolean;
  /** `~` of the paths that people read. */
  readonly home: string;
  readonly version: string;
}

/** The engine's process. `restarting`: it ended and is being started again; `failed`: it doesn't start, `message` says why. */
export interface EngineState {
  readonly state: 'starting' | 'ready' | 'restarting' | 'failed';
  /** What happened, in words; null where all is well. */
  readonly message: string | null;
}

export interface FolderListing {
  readonly folder: string;
  /** null at the root. */
  readonly parent: string | null;
  readonly folders: readonly { readonly name: string; readonly path: string }[];
  /** Pictures by their endings. */
  readonly pictures: readonly { readonly name: string; readonly path: string; readonly modified: number }[];
}

export interface HostApi {
  capabilities(): Promise<Capabilities>;
  engine(): Promise<EngineState>;
  /** Starts the engine again after it failed. */
  restartEngine(): Promise<void>;
  /** For the page's own folder dialog; null: the home folder. Throws `folder-missing` or `folder-unreadable`. */
  listFolder(folder: string | null): Promise<FolderListing>;
}

/** Only where `capabilities.desktop` says so. */
export interface DesktopApi {
  /** null: cancelled. `start`: the folder to begin in. */
  chooseFolder(request: { readonly title: string; readonly start: string | null }): Promise<string | null>;
  choosePictures(request: { readonly title: string }): Promise<readonly string[]>;
  /** Shows a file or folder in the system's file manager. */
  reveal(path: string): Promise<void>;
  /** The project that this window shows, for recent documents and for the next start; null: none. */
  showsProject(project: { readonly folder: string; readonly name: string } | null): Promise<void>;
  /** The person's theme, for the window's frame. */
  setTheme(theme: 'system' | 'light' | 'dark'): Promise<void>;
}

/** Names of what a menu can ask the page for. */
export const commands = [
  'open',
  'new-run',
  'settings',
  'shortcuts',
  'welcome',
  'data',
  'train',
  'predict',
  'runs',
  'undo',
] as const;
export type Command = (typeof commands)[number];

export type HostEvent =
  | { readonly type: 'engine'; readonly engine: EngineState }
  | { readonly type: 'command'; readonly command: Command }
  /** A folder was opened with the program, or from recent documents. */
  | { readonly type: 'open'; readonly folder: string };

/** What the preload script gives the desktop's page, as `window.pawlab`. */
export interface Bridge {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Of a dropped or chosen file; empty where it has none. */
  pathOf(file: unknown): string;
}

/** Messages between the window's page and the program go through one channel, both ways. */
export const bridgeChannel = 'pawlab';
