import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import util from 'node:util';
import { registerBackend, setBackend, version_core, type KernelBackend } from '@tensorflow/tfjs-core';
import { counted } from '../../contract/counted.ts';
import { PawlabError } from '../../contract/errors.ts';
import { hasNvidiaDriver } from '../gpu-pack/driver.ts';
import { tensorFlowFolder } from '../gpu-pack/folders.ts';
import { again } from '../install-again.ts';
import { createGraphLoader, type GraphLoader } from './graph-session.ts';
import type { Backend } from './tfjs-device.ts';

const require = createRequire(import.meta.url);

/** The library's own entry insists on the download of its install script; these two files are all that it would load. */
const backendModule = '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend';
const kernelsModule = '@tensorflow/tfjs-node-gpu/dist/register_all_kernels';

interface Addon {
  readonly TF_Version?: string;
}

type NodeBackend = KernelBackend & { readonly isUsingGpuDevice: boolean };

/**
 * Loads native TensorFlow from the GPU pack where that is installed, else from the folder that PAWLAB_TENSORFLOW names
 * (`tfjs_binding.node`, TensorFlow's libraries, `manifest.json`), and registers it as tfjs's backend `tensorflow`. Rejects with PawlabError `device-unavailable`.
 */
export async function openTensorFlow(): Promise<Backend> {
  const folder = tensorFlowFolder();
  if (folder === '') throw unavailable('native TensorFlow is not set up');
  const manifest = readManifest(folder);
  const { version } = manifest;
  prepareProcess(manifest);
  const { bindings, backend } = load(join(folder, 'tfjs_binding.node'));
  registerBackend('tensorflow', () => backend);
  if (!(await setBackend('tensorflow'))) throw unavailable('tfjs refused it');
  const place = backend.isUsingGpuDevice ? 'the GPU (CUDA)' : `the CPU (${counted(availableParallelism(), 'core')})`;
  return {
    name: `TensorFlow ${version} on ${place}`,
    origin: `the package ${manifest.package}, set up in ${folder}`,
    noGpu: backend.isUsingGpuDevice ? null : whyNoGpu(manifest),
    software: false,
    graphs: graphLoader(bindings),
    versions: { tensorflow: version, 'tfjs-node-gpu': bindingVersion(), 'tfjs-core': version_core },
  };
}

/** null where the package isn't the one whose private calls are known: then everything runs operation by operation. */
function graphLoader(bindings: Addon): GraphLoader | null {
  try {
    return createGraphLoader(bindings, bindingVersion());
  } catch (error) {
    if (error instanceof PawlabError) return null;
    throw error;
  }
}

function whyNoGpu({ variant }: Manifest): string {
  if (variant === 'cpu') return "this is TensorFlow's build for the CPU";
  const why = "TensorFlow's CUDA build found no GPU that it can use";
  return hasNvidiaDriver() ? why : `${why}: there is no NVIDIA driver`;
}

interface Manifest {
  readonly version: string;
  readonly variant: 'cpu' | 'cuda';
  /** The package that the libraries were taken from. */
  readonly package: string;
}

function isManifest(value: unknown): value is Manifest {
  const manifest = value as Partial<Manifest> | null;
  return (
    typeof manifest?.version === 'string' &&
    typeof manifest.package === 'string' &&
    (manifest.variant === 'cpu' || manifest.variant === 'cuda')
  );
}

function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) throw unavailable(`${folder} holds no native TensorFlow`);
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isManifest(manifest)) return manifest;
  } catch (error) {
    throw unavailable(`${file} is damaged`, error);
  }
  throw unavailable(`${file} doesn't say which TensorFlow it is`);
}

/** What must hold before TensorFlow and its package are loaded. */
function prepareProcess({ variant }: Manifest): void {
  // Without a driver the CUDA build logs errors about what is no error: the CPU does the work.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= variant === 'cuda' && !hasNvidiaDriver() ? '3' : '2';
  // Otherwise TensorFlow takes all of the GPU's memory at once.
  process.env['TF_FORCE_GPU_ALLOW_GROWTH'] ??= 'true';
  // The package calls this function, which warns in Node 22 and is gone in 23.
  Object.assign(util, { isNullOrUndefined: (value: unknown) => value === null || value === undefined });
}

function load(addon: string): { readonly bindings: Addon; readonly backend: NodeBackend } {
  try {
    const bindings = require(addon) as Addon;
    require(kernelsModule);
    const { NodeJSKernelBackend } = require(backendModule) as {
      NodeJSKernelBackend: new (bindings: Addon, packageName: string) => NodeBackend;
    };
    return { bindings, backend: new NodeJSKernelBackend(bindings, '@tensorflow/tfjs-node-gpu') };
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw unavailable(`it doesn't load: ${reason ?? ''}`, error);
  }
}

const bindingVersion = (): string =>
  (require('@tensorflow/tfjs-node-gpu/package.json') as { readonly version: string }).version;

const unavailable = (why: string, cause?: unknown): PawlabError =>
  new PawlabError('device-unavailable', `TensorFlow can't be used: ${why}.`, again('npm run setup'), { cause });
