/** Where a network can run, fastest first: the ladder that `auto` climbs down. */
export const deviceIds = ['tensorflow', 'wasm'] as const;
export type DeviceId = (typeof deviceIds)[number];
export const deviceChoices = ['auto', ...deviceIds] as const;
export type DeviceChoice = (typeof deviceChoices)[number];
