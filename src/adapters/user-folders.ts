import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where what can be made again is kept: PAWLAB_CACHE, else `pawlab` in the system's cache folder of this user. Absolute. */
export const userCacheFolder = (environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string =>
  userFolder(cache, environment, platform);

/** Where what was fetched for good is kept: PAWLAB_DATA, else `pawlab` in the system's data folder of this user. Absolute. */
export const userDataFolder = (environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string =>
  userFolder(data, environment, platform);

/** Where projects are made unless a person says otherwise: PAWLAB_HOME, else `Pawlab` in the home folder. Absolute. */
export function projectsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return given(environment['PAWLAB_HOME']) ?? join(homedir(), 'Pawlab');
}

/** Where systems keep a kind of files. */
interface Place {
  /** The variable that comes first. */
  readonly override: string;
  /** Below `pawlab` in the local application data of Windows. */
  readonly windows: string;
  /** Below the library of macOS. */
  readonly mac: string;
  /** The XDG base directory: its variable, and where it is below the home folder where that isn't set. */
  readonly variable: string;
  readonly home: string;
}

const cache: Place = {
  override: 'PAWLAB_CACHE',
  windows: 'Cache',
  mac: 'Caches',
  variable: 'XDG_CACHE_HOME',
  home: '.cache',
};

const data: Place = {
  override: 'PAWLAB_DATA',
  windows: 'Data',
  mac: 'Application Support',
  variable: 'XDG_DATA_HOME',
  home: join('.local', 'share'),
};

function userFolder(place: Place, environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const override = given(environment[place.override]);
  if (override !== undefined) return override;
  if (platform === 'win32') {
    return join(given(environment['LOCALAPPDATA']) ?? join(homedir(), 'AppData', 'Local'), 'pawlab', place.windows);
  }
  if (platform === 'darwin') return join(homedir(), 'Library', place.mac, 'pawlab');
  return join(given(environment[place.variable]) ?? join(homedir(), place.home), 'pawlab');
}

/** An empty variable is as good as none. */
function given(folder: string | undefined): string | undefined {
  return folder ? resolve(folder) : undefined;
}
