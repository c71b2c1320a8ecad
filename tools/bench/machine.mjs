import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../setup/paths.mjs';

/** Lines that say what was measured where: the machine, and the versions of ours and of the rivals. */
export async function describeMachine(bench) {
  const [own] = await bench.ownStep({ rounds: 1, steps: 1, batch: 1, executor: bench.executor });
  const { version } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  const versions = Object.entries(own.versions).map(([name, number]) => `${name} ${number}`);
  return [
    `${os.cpus()[0]?.model.trim()}, ${os.availableParallelism()} cores, ${(os.totalmem() / 1e9).toFixed(0)} GB, ${os.platform()} ${os.arch()}`,
    `load when started: ${os.loadavg()[0].toFixed(1)}`,
    `Pawlab ${version} on ${own.device}, executor ${own.executor} (${versions.join(', ')})`,
    ...(bench.keras === null ? [] : [ask(bench.keras, kerasVersions)]),
    ...(bench.torch === null ? [] : [ask(bench.torch, torchVersions)]),
  ];
}

const kerasVersions = `
import keras, tensorflow
place = "the GPU" if tensorflow.config.list_physical_devices("GPU") else "the CPU"
print(f"Keras {keras.__version__} on TensorFlow {tensorflow.__version__} on {place}")`;

const torchVersions = `
import torch
print(f"PyTorch {torch.__version__} on {'the GPU' if torch.cuda.is_available() else 'the CPU'}")`;

const ask = (python, script) =>
  execFileSync(python, ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim();
