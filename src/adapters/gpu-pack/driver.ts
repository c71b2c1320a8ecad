import { existsSync } from 'node:fs';

/** The first is Linux's own driver, the second that of Windows below a Linux on it. */
const driverFiles = ['/proc/driver/nvidia/version', '/usr/lib/wsl/lib/libcuda.so.1'];

/** Whether the system has NVIDIA's driver, which comes with no package of ours. Linux only; false elsewhere. */
export const hasNvidiaDriver = (): boolean => driverFiles.some((file) => existsSync(file));
