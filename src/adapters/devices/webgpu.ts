import { createRequire } from 'node:module';
import process from 'node:process';
import { registerBackend, setBackend, version_core } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { PawlabError } from '../../contract/errors.ts';
import { findWebGpuAdapter, webGpuUnavailable } from '../webgpu-adapter.ts';
import type { Backend } from './tfjs-device.ts';
import { checkedReads } from './webgpu-errors.ts';

const require = createRequire(import.meta.url);

/**
 * Starts tfjs's WebGPU backend on Dawn and registers it as tfjs's backend `webgpu`. Rejects with PawlabError
 * `device-unavailable`, also where drivers crash: they are asked in a process of their own first.
 */
export async function openWebGpu(): Promise<Backend> {
  const { name, driver, software } = await findWebGpuAdapter();
  const backend = await start();
  registerBackend('webgpu', () => backend);
  if (!(await setBackend('webgpu'))) throw unavailable('tfjs refused it');
  const dawn = versionOf('webgpu');
  return {
    name: `WebGPU on ${name}${software ? ' (software)' : ''}`,
    origin: `the package webgpu ${dawn}${driver === '' ? '' : `, driver ${driver}`}`,
    noGpu: software ? 'this adapter imitates a GPU on the processor' : null,
    software,
    graphs: null,
    versions: {
      webgpu: dawn,
      'tfjs-backend-webgpu': versionOf('@tensorflow/tfjs-backend-webgpu'),
      'tfjs-core': version_core,
    },
  };
}

/** Dawn frees itself when this is collected, under the feet of whatever still runs: it is kept until the process ends. */
let gpu: GPU | null = null;

async function start(): Promise<WebGPUBackend> {
  try {
    const { create, globals } = await import('webgpu');
    gpu ??= create([]);
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter === null) throw unavailable('its GPU is gone');
    const device = await adapter.requestDevice({ requiredLimits: wantedLimits(adapter.limits) });
    // Dawn crashes where the process ends while an answer of the GPU is still awaited.
    process.once('exit', () => device.destroy());
    // Before the globals: with them, the module would register a backend of its own.
    const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
    provideGlobals(globals, gpu);
    return checkedReads(new WebGPUBackend(device, adapter.info), device);
  } catch (error) {
    if (error instanceof PawlabError) throw error;
    throw unavailable(error instanceof Error ? error.message : String(error), error);
  }
}

/** Those that large networks run into; what isn't asked for is the least that any GPU has. */
const limits = [
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
] as const;

const wantedLimits = (available: GPUSupportedLimits): Record<string, number> =>
  Object.fromEntries(limits.map((limit) => [limit, available[limit]]));

/** What tfjs expects of a browser: WebGPU's classes and constants, and `navigator.gpu`. What is there already stays. */
function provideGlobals(globals: object, value: GPU): void {
  for (const [name, global] of Object.entries(globals)) define(globalThis, name, global);
  define(globalThis, 'navigator', {});
  define(globalThis.navigator, 'gpu', value);
}

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: false });
}

const versionOf = (name: string): string => (require(`${name}/package.json`) as { readonly version: string }).version;

const unavailable = (why: string, cause?: unknown): PawlabError =>
  webGpuUnavailable(why, 'Update the graphics driver, or choose another device.', cause);
