import type { Report } from '../contract/events.ts';
import type { Later } from './changes.ts';
import type {
  Breathe,
  Devices,
  Folder,
  GpuPack,
  Machine,
  OpenFolder,
  PictureFolders,
  PictureStore,
  SampleWriter,
  StopSignal,
} from '../engine/ports.ts';

/** What the studio is made of: the adapters, wired once per process by the host. */
export interface Parts {
  readonly folders: PictureFolders;
  readonly openFolder: OpenFolder;
  /** Where projects go unless a person says otherwise. */
  readonly projectsFolder: string;
  readonly pictures: PictureStore;
  readonly devices: Devices;
  readonly machine: Machine;
  /** The user's cache folder, where what was found out about the devices is remembered. */
  readonly memory: Folder;
  /** The user's data folder, where preferences and the list of recent projects are kept. */
  readonly userData: Folder;
  readonly gpuPack: GpuPack;
  readonly sampleWriter: SampleWriter;
  /** A short, collision-free name for a text. */
  readonly digest: (text: string) => string;
  readonly breathe: Breathe;
  readonly later: Later;
  /** Milliseconds, rising. */
  readonly clock: () => number;
  readonly now: () => Date;
  /** Of the program and what it runs on, kept with each run. */
  readonly versions: Readonly<Record<string, string>>;
  /** Keeps a bug with its stack. */
  readonly logBug: (error: unknown) => void;
}

/** What a job is given besides its request. */
export interface JobContext {
  readonly report: (report: Report) => void;
  readonly signal: StopSignal;
}
