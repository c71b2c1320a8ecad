/**
 * Makes everything the program needs: packages, a bundled Node, native TensorFlow. Runs on the system's Node before
 * anything is installed, so it uses nothing but Node. Words go to stderr.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAtLeast, nodeToRunOn } from './setup/bundled-node.mjs';
import { dependenciesInPlace, installDependencies } from './setup/dependencies.mjs';
import { exitWith, SetUpFailure } from './setup/failure.mjs';
import { withLock } from './setup/lock.mjs';
import { createLog } from './setup/log.mjs';
import { nativeTensorFlow } from './setup/native-tensorflow.mjs';
import { projectRoot, userCache } from './setup/paths.mjs';
import { endingCleanly } from './setup/processes.mjs';

/**
 * Does what isn't done yet. Throws SetUpFailure where the program can't run; missing native TensorFlow is no failure.
 * @param {{ log?: object, retry?: boolean }} options retry: try native TensorFlow again though it failed a while ago
 * @returns {Promise<{ node: string, environment: { PAWLAB_TENSORFLOW: string | undefined } }>}
 *   node: the binary to run the program on; environment: to be set for it (undefined: to be taken away)
 */
export function setUp({ log = createLog(), retry = false } = {}) {
  return endingCleanly(async () => {
    requireNode();
    await dependencies(log);
    const node = nodeToRunOn(projectRoot);
    const folder = await nativeTensorFlow({ root: projectRoot, node, log, retry });
    return { node, environment: { PAWLAB_TENSORFLOW: folder ?? undefined } };
  });
}

function requireNode() {
  if (isAtLeast(process.versions.node, [20, 0])) return;
  throw new SetUpFailure(`This is Node ${process.versions.node}, and Pawlab needs 20 or newer`, 'Install Node 22');
}

async function dependencies(log) {
  if (dependenciesInPlace(projectRoot)) return;
  const project = createHash('sha256').update(projectRoot).digest('hex').slice(0, 16);
  const file = path.join(userCache(), 'locks', `setup-${project}.lock`);
  const onWait = (pid) => log.line(`Another set-up of this project (process ${pid}) is running; waiting for it.`);
  await withLock(file, { onWait }, async (lock) => {
    if (!dependenciesInPlace(projectRoot)) await installDependencies(projectRoot, { log, lock });
  });
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { environment } = await setUp({ retry: true }).catch(exitWith);
  const device = environment.PAWLAB_TENSORFLOW
    ? `native TensorFlow in ${environment.PAWLAB_TENSORFLOW}`
    : 'WebAssembly';
  process.stderr.write(`Pawlab is set up, with ${device}.\n`);
}
