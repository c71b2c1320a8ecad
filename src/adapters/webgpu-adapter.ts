import { execFile, type ExecFileException } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { PawlabError } from '../contract/errors.ts';
import { again } from './install-again.ts';

export interface WebGpuAdapter {
  /** "NVIDIA GeForce RTX 4090". */
  readonly name: string;
  /** Name and version, as far as they are known; else empty. */
  readonly driver: string;
  /** Whether the adapter is a program that imitates a GPU. */
  readonly software: boolean;
}

/** What the probe prints. */
interface Answer {
  readonly vendor: string;
  readonly device: string;
  readonly driver: string;
  readonly fallback: boolean;
}

/** Drivers answer within a second; one that hangs is given up. */
const patienceMilliseconds = 15_000;

/**
 * The adapter that WebGPU would take, asked for in a process of its own. Rejects with PawlabError `device-unavailable`
 * where there is none or the driver fails.
 */
export async function findWebGpuAdapter(): Promise<WebGpuAdapter> {
  const probe = fileURLToPath(new URL('./webgpu-probe.ts', import.meta.url));
  const { error, output, noise } = await run(probe);
  if (error !== null) throw probeFailed(error, noise);
  const answer = readAnswer(output);
  if (answer === null) throw noAdapter(noise);
  return describeAdapter(answer);
}

/** Names of the programs that imitate GPUs: Chromium's, Mesa's, Windows' and macOS's. */
const imitations = /swiftshader|llvmpipe|lavapipe|basic render|software renderer/i;

export function describeAdapter({ vendor, device, driver, fallback }: Answer): WebGpuAdapter {
  const name = device || driver || vendor || 'an adapter without a name';
  return { name, driver, software: fallback || imitations.test(`${name} ${driver}`) };
}

interface Outcome {
  readonly error: ExecFileException | null;
  readonly output: string;
  readonly noise: string;
}

const run = (program: string): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program], { timeout: patienceMilliseconds }, (error, output, noise) => {
      resolve({ error, output, noise });
    });
  });

/** Drivers may print before the answer, which is the last line. */
function readAnswer(output: string): Answer | null {
  const line = output.trim().split('\n').at(-1) ?? '';
  try {
    const value: unknown = JSON.parse(line);
    return isAnswer(value) ? value : null;
  } catch {
    return null;
  }
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'vendor' in value &&
  'device' in value &&
  'driver' in value &&
  'fallback' in value;

function probeFailed(error: ExecFileException, noise: string): PawlabError {
  const missing = /Cannot find (module|package)[^\n]*/.exec(noise);
  if (missing !== null) {
    return webGpuUnavailable(`its package doesn't load: ${missing[0]}`, again('npm ci'));
  }
  const how = error.killed === true ? "didn't answer" : `crashed (${error.signal ?? `exit code ${error.code ?? '?'}`})`;
  return webGpuUnavailable(`the graphics driver ${how} when it was asked for its GPU`, 'Update the graphics driver.');
}

function noAdapter(noise: string): PawlabError {
  if (noise.includes("Couldn't load Vulkan")) {
    return webGpuUnavailable(
      'there is no Vulkan loader (libvulkan.so.1)',
      "Where there is a GPU, install its Vulkan driver (Debian and Ubuntu: libvulkan1 and mesa-vulkan-drivers, or NVIDIA's).",
    );
  }
  const remedy = process.platform === 'linux' ? 'install its Vulkan driver' : 'update its driver';
  return webGpuUnavailable('no GPU was found', `Where there is a GPU, ${remedy}.`);
}

export const webGpuUnavailable = (why: string, remedy: string, cause?: unknown): PawlabError =>
  new PawlabError('device-unavailable', `WebGPU can't be used: ${why}.`, remedy, { cause });
