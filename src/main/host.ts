import { homedir } from 'node:os';
import { app } from 'electron';
import type { Capabilities, HostApi } from '../contract/host.ts';
import type { EngineProcess } from '../host/engine-process.ts';
import { listFolder } from '../host/folders.ts';

export const createHost = (engine: EngineProcess): HostApi => ({
  capabilities: () =>
    Promise.resolve({
      host: 'desktop',
      platform: platformOf(process.platform),
      desktop: true,
      home: homedir(),
      version: app.getVersion(),
    }),
  engine: () => Promise.resolve(engine.state()),
  restartEngine: () => {
    engine.restart();
    return Promise.resolve();
  },
  listFolder,
});

const platformOf = (name: string): Capabilities['platform'] =>
  name === 'linux' || name === 'darwin' || name === 'win32' ? name : null;
