import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { env, setBackend, version_core } from '@tensorflow/tfjs-core';
import { getThreadsCount, setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm';
import { counted } from '../../contract/counted.ts';
import { PawlabError } from '../../contract/errors.ts';
import { again } from '../install-again.ts';
import type { Backend } from './tfjs-device.ts';

/** Starts tfjs's WebAssembly backend from its package's own files. Rejects with PawlabError `device-unavailable`. */
export async function openWebAssembly(): Promise<Backend> {
  const require = createRequire(import.meta.url);
  setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  await keepingCrashHandlers(start);
  const simd = (await env().getAsync('WASM_HAS_SIMD_SUPPORT')) === true;
  const multithreaded = (await env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT')) === true;
  const threads = simd && multithreaded ? getThreadsCount() : 1;
  return {
    name: `WebAssembly (${simd ? 'SIMD' : 'no SIMD'}, ${counted(threads, 'thread')})`,
    origin: `the package @tensorflow/tfjs-backend-wasm ${version_wasm}`,
    noGpu: null,
    software: false,
    graphs: null,
    versions: { 'tfjs-backend-wasm': version_wasm, 'tfjs-core': version_core },
  };
}

async function start(): Promise<void> {
  let cause: unknown;
  try {
    if (await setBackend('wasm')) return;
  } catch (error) {
    cause = error;
  }
  const reason = cause instanceof Error ? cause.message : 'its module did not start';
  throw new PawlabError('device-unavailable', `WebAssembly can't be used: ${reason}.`, again('npm ci'), { cause });
}

/** The module's start-up code takes over the process's crash handling, which is its host's own: that is undone. */
async function keepingCrashHandlers(work: () => Promise<void>): Promise<void> {
  const exceptions = new Set(process.listeners('uncaughtException'));
  const rejections = new Set(process.listeners('unhandledRejection'));
  try {
    await work();
  } finally {
    for (const listener of process.listeners('uncaughtException')) {
      if (!exceptions.has(listener)) process.off('uncaughtException', listener);
    }
    for (const listener of process.listeners('unhandledRejection')) {
      if (!rejections.has(listener)) process.off('unhandledRejection', listener);
    }
  }
}
