import { execFile } from 'node:child_process';
import type { NvidiaGpu, NvidiaGpus } from '../engine/ports.ts';

/** A driver that has just been loaded takes seconds; one that hangs is given up. */
const patienceMilliseconds = 15_000;

const query = ['--query-gpu=name,memory.total,driver_version', '--format=csv,noheader,nounits'];

/** Asks `nvidia-smi`, which comes with NVIDIA's driver. */
export function findNvidiaGpus(program = 'nvidia-smi'): Promise<NvidiaGpus> {
  return new Promise((resolve) => {
    execFile(program, query, { timeout: patienceMilliseconds }, (error, output) => {
      if (error === null) resolve(parseGpus(output));
      else if (error.code === 'ENOENT')
        resolve({ reason: "none, or its driver isn't installed (there is no nvidia-smi)" });
      else resolve({ reason: `nvidia-smi failed: ${firstLine(output) || firstLine(error.message)}` });
    });
  });
}

/** One GPU a line: name, memory in MiB, version of the driver. */
export function parseGpus(output: string): NvidiaGpus {
  const found = output.split('\n').flatMap((line): NvidiaGpu[] => {
    const [name, memory, driver] = line.split(',').map((part) => part.trim());
    if (!name || memory === undefined || driver === undefined) return [];
    return [{ name, memory: Number(memory) * 1024 ** 2, driver }];
  });
  return found.length > 0
    ? { found }
    : { reason: `nvidia-smi names none: ${firstLine(output) || 'it prints nothing'}` };
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';
