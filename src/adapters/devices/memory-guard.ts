import { counted } from '../../contract/counted.ts';
import { PawlabError } from '../../contract/errors.ts';
import type { Network } from '../../engine/ports.ts';

/** How the backends say that memory is used up: WebAssembly's traps, TensorFlow's status, V8's allocator. */
const signs = [
  /^Aborted\(/,
  /memory access out of bounds/,
  /OOM when allocating|RESOURCE_EXHAUSTED|Resource exhausted/,
  /Array buffer allocation failed/,
];

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && signs.some((sign) => sign.test(error.message));

/** What to tell a person where a device's memory was used up; other errors are returned as they are. */
export function memoryError(error: unknown, device: string, doing: string): unknown {
  if (!isOutOfMemory(error)) return error;
  return new PawlabError(
    'out-of-memory',
    `${device} ran out of memory ${doing}.`,
    'Choose a smaller batch size or picture size, or another device. What was saved before is still there.',
    { cause: error },
  );
}

/** A network whose device says in words that its memory is used up. */
export function guardMemory(network: Network, device: string): Network {
  async function guarded<T>(samples: number, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw memoryError(error, device, `with ${counted(samples, 'picture')} at once`);
    }
  }
  const { height, width } = network.description.input;
  return {
    description: network.description,
    executor: network.executor,
    trainStep: (batch, learningRate) => guarded(batch.labels.length, network.trainStep(batch, learningRate)),
    evaluate: (batch) => guarded(batch.labels.length, network.evaluate(batch)),
    predict: (pictures) => guarded(pictures.length / (height * width * 3), network.predict(pictures)),
    readState: () => network.readState(),
    writeState: (state) => network.writeState(state),
    dispose: () => network.dispose(),
  };
}
