import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where what can be made again is kept: PAWLAB_CACHE, else `pawlab` in the system's cache folder of this user. Absolute. */
export function userCacheFolder(environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const override = given(environment['PAWLAB_CACHE']);
  if (override !== undefined) return override;
  if (platform === 'win32') {
    return join(given(environment['LOCALAPPDATA']) ?? join(homedir(), 'AppData', 'Local'), 'pawlab', 'Cache');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'pawlab');
  return join(given(environment['XDG_CACHE_HOME']) ?? join(homedir(), '.cache'), 'pawlab');
}

/** Where what was fetched for good is kept: PAWLAB_DATA, else `pawlab` in the system's data folder of this user. Absolute. */
export function userDataFolder(environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const override = given(environment['PAWLAB_DATA']);
  if (override !== undefined) return override;
  if (platform === 'win32') {
    return join(given(environment['LOCALAPPDATA']) ?? join(homedir(), 'AppData', 'Local'), 'pawlab', 'Data');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'pawlab');
  return join(given(environment['XDG_DATA_HOME']) ?? join(homedir(), '.local', 'share'), 'pawlab');
}

/** Where projects are made unless a person says otherwise: PAWLAB_HOME, else `Pawlab` in the home folder. Absolute. */
export function projectsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return given(environment['PAWLAB_HOME']) ?? join(homedir(), 'Pawlab');
}

/** An empty variable is as good as none. */
function given(folder: string | undefined): string | undefined {
  return folder ? resolve(folder) : undefined;
}
