/** What the machine has. */

export interface Fact {
  readonly topic: string;
  readonly text: string;
  readonly good: boolean;
}

export interface Machine {
  /** What matters for Pawlab: Node, picture formats, disk, memory. */
  facts(): Promise<readonly Fact[]>;
  gpus(): Promise<NvidiaGpus>;
  /** Model and cores, for people: "Intel Core i7, 8 cores". */
  readonly processor: string;
  /** Names this process, unlike any before it. */
  readonly process: string;
  /** Whether a process that `process` named is still there. */
  isRunning(process: string): boolean;
}

export interface NvidiaGpu {
  readonly name: string;
  /** Bytes. */
  readonly memory: number;
  /** Version. */
  readonly driver: string;
}

/** NVIDIA's GPUs as their driver tells them, or why it tells of none. */
export type NvidiaGpus = { readonly found: readonly NvidiaGpu[] } | { readonly reason: string };
