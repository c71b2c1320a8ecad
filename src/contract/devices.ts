/** Where a network can run, in the order in which they are listed and tried. */
export const deviceIds = ['tensorflow', 'webgpu', 'wasm'] as const;
export type DeviceId = (typeof deviceIds)[number];
export const deviceChoices = ['auto', ...deviceIds] as const;
export type DeviceChoice = (typeof deviceChoices)[number];

/** How a network runs on its device: a training step as one graph, or operation by operation. */
export const executors = ['graph', 'eager'] as const;
export type Executor = (typeof executors)[number];
export const executorChoices = ['auto', ...executors] as const;
export type ExecutorChoice = (typeof executorChoices)[number];
