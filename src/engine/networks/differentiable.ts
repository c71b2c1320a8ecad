import type { Batch, NamedTensor, Network } from '../ports.ts';

/** A network that shows its gradients, as both executors' do: for tests and comparison. */
export interface DifferentiableNetwork extends Network {
  /** The mean loss's gradient by each trained variable as the next training step would compute it, before clipping; nothing is changed. */
  gradients(batch: Batch): Promise<readonly NamedTensor[]>;
}
