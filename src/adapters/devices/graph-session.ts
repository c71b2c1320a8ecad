import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PawlabError } from '../../contract/errors.ts';
import type { GraphSession, LoadGraph, TensorValues } from '../../engine/ports.ts';
import { again } from '../install-again.ts';

/**
 * Runs graphs through the addon of @tensorflow/tfjs-node-gpu. These six calls are the package's private part; its public
 * one keeps a graph for each path, however the file changed, and passes bytes through arrays of numbers.
 */
interface GraphBinding {
  readonly TF_FLOAT: number;
  readonly TF_INT32: number;
  readonly TF_UINT8: number;
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(session: number): void;
  createTensor(shape: readonly number[], dtype: number, values: TensorValues['values']): number;
  /** Names are separated by commas. */
  runSavedModel(session: number, inputs: readonly number[], feeds: string, fetches: string): readonly { id: number }[];
  tensorDataSync(tensor: number): unknown;
  deleteTensor(tensor: number): void;
}

/** The version whose private calls were read and tried. */
const knownVersion = '4.22.0';

export interface GraphLoader {
  readonly load: LoadGraph;
  /** Tensors alive between here and TensorFlow. */
  tensorCount(): number;
}

/**
 * `binding`: the backend's own, `backend().binding`. Throws PawlabError `device-unavailable` where the package isn't the
 * version that this was written for, or lacks a call: then networks can only run operation by operation.
 */
export function createGraphLoader(binding: unknown, packageVersion: string): GraphLoader {
  if (packageVersion !== knownVersion) throw unavailable(`tfjs-node-gpu is ${packageVersion}, not ${knownVersion}`);
  if (!isGraphBinding(binding)) throw unavailable(`the addon of tfjs-node-gpu ${packageVersion} lacks its calls`);
  const alive = new Set<number>();
  return {
    load: (savedModel) => openSession(binding, alive, savedModel),
    tensorCount: () => alive.size,
  };
}

function isGraphBinding(binding: unknown): binding is GraphBinding {
  if (typeof binding !== 'object' || binding === null) return false;
  const parts = new Map<string, unknown>(calls.map((name) => [name, Reflect.get(binding, name)]));
  const types = ['TF_FLOAT', 'TF_INT32', 'TF_UINT8'].map((name): unknown => Reflect.get(binding, name));
  return (
    [...parts.values()].every((part) => typeof part === 'function') && types.every((type) => typeof type === 'number')
  );
}

const calls = [
  'loadSavedModel',
  'deleteSavedModel',
  'createTensor',
  'runSavedModel',
  'tensorDataSync',
  'deleteTensor',
] as const;

function openSession(binding: GraphBinding, alive: Set<number>, savedModel: Uint8Array): GraphSession {
  const session = loadFromFolder(binding, savedModel);
  let open = true;
  return {
    run(feeds, fetches) {
      if (!open) throw new Error('The graph was closed.');
      return runSession(binding, alive, session, feeds, fetches);
    },
    close() {
      if (open) binding.deleteSavedModel(session);
      open = false;
    },
  };
}

/** TensorFlow loads graphs from folders only, and keeps none of their files open. */
function loadFromFolder(binding: GraphBinding, savedModel: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), `pawlab-graph-${process.pid}-`));
  try {
    writeFileSync(join(folder, 'saved_model.pb'), savedModel);
    return binding.loadSavedModel(folder, 'serve');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Inputs and outputs are freed whatever happens; of a failed run the addon itself keeps what it made of the inputs. */
function runSession(
  binding: GraphBinding,
  alive: Set<number>,
  session: number,
  feeds: Readonly<Record<string, TensorValues>>,
  fetches: readonly string[],
): readonly Float32Array[] {
  const tensors: number[] = [];
  const keep = (tensor: number): number => {
    tensors.push(tensor);
    alive.add(tensor);
    return tensor;
  };
  try {
    const inputs = Object.values(feeds).map((values) => keep(createTensor(binding, values)));
    const names = Object.keys(feeds).map(withOutput).join();
    const outputs = binding.runSavedModel(session, inputs, names, fetches.map(withOutput).join());
    return outputs.map(({ id }) => keep(id)).map((tensor) => floats(binding.tensorDataSync(tensor)));
  } finally {
    for (const tensor of tensors) {
      binding.deleteTensor(tensor);
      alive.delete(tensor);
    }
  }
}

/** The addon takes a name without an output's number for output 0 only by accident. */
const withOutput = (name: string): string => (name.includes(':') ? name : `${name}:0`);

function createTensor(binding: GraphBinding, { dtype, shape, values }: TensorValues): number {
  const types = { float32: binding.TF_FLOAT, int32: binding.TF_INT32, uint8: binding.TF_UINT8 };
  return binding.createTensor(shape, types[dtype], values);
}

function floats(values: unknown): Float32Array {
  if (values instanceof Float32Array) return values;
  throw new TypeError('The graph gave something else than 32-bit floats.');
}

const unavailable = (why: string): PawlabError =>
  new PawlabError('device-unavailable', `TensorFlow can't run graphs: ${why}.`, again('npm run setup'));
