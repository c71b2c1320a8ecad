/** Where networks run. */
import type { DeviceId, Executor } from '../../contract/devices.ts';
import type { NetworkDescription } from '../models/description.ts';
import type { NamedTensor, Network, NetworkOptions } from './networks.ts';

export interface Device {
  readonly id: DeviceId;
  /** For people: "TensorFlow 2.20.0 on the CPU (2 cores)". */
  readonly name: string;
  /** Where it was loaded from, for people. */
  readonly origin: string;
  /** Why it uses no GPU; null where it uses one, or never could. */
  readonly noGpu: string | null;
  /** A GPU that is imitated in software: for tests, never chosen by itself. */
  readonly software: boolean;
  /** Library names and versions, kept with each run. */
  readonly versions: Readonly<Record<string, string>>;
  /** Those it has, the faster first. */
  readonly executors: readonly Executor[];
  /**
   * A network with the given weights, moments at zero. Rejects with PawlabError `executor-unavailable` where the
   * device hasn't the executor asked for, `layer-unsupported`, `state-mismatch` or `out-of-memory`.
   */
  createNetwork(
    description: NetworkDescription,
    weights: readonly NamedTensor[],
    options: NetworkOptions,
  ): Promise<Network>;
  /** Tensors alive on the device: the same before and after anything that leaks nothing. */
  tensorCount(): number;
}

export interface Devices {
  /** Opens a device, once per process. Throws PawlabError `device-unavailable` with the reason and the remedy. */
  open(id: DeviceId): Promise<Device>;
}
