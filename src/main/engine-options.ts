import { join } from 'node:path';
import { app } from 'electron';
import type { EngineOptions } from '../host/engine-process.ts';
import { nodeFor } from './bundled-node.ts';

export function engineOptions(log: (text: string) => void): EngineOptions {
  const { platform, arch, env, resourcesPath: resources } = process;
  const packaged = app.isPackaged;
  const root = packaged ? join(resources, 'engine') : app.getAppPath();
  return {
    node: env['PAWLAB_NODE'] ?? nodeFor({ platform, arch, packaged, root, resources }),
    entry: join(root, 'src', 'engine-host', 'main.ts'),
    environment: env,
    log,
  };
}
