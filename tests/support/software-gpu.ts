import { existsSync } from 'node:fs';
import process from 'node:process';

/** Drivers that imitate a GPU for Vulkan, where systems keep them. */
const places = [
  '/usr/lib/chromium/vk_swiftshader_icd.json',
  '/usr/lib/chromium-browser/vk_swiftshader_icd.json',
  '/opt/google/chrome/vk_swiftshader_icd.json',
  '/usr/share/vulkan/icd.d/lvp_icd.x86_64.json',
  '/usr/share/vulkan/icd.d/lvp_icd.aarch64.json',
  '/usr/share/vulkan/icd.d/lvp_icd.json',
];

/**
 * Environments in which a process may find a software GPU: what VK_ICD_FILENAMES names, else each driver of the usual
 * places. Not every driver does what WebGPU needs.
 */
export function softwareGpuEnvironments(): readonly NodeJS.ProcessEnv[] {
  if (process.env['VK_ICD_FILENAMES'] !== undefined) return [process.env];
  return places.filter((place) => existsSync(place)).map((place) => ({ ...process.env, VK_ICD_FILENAMES: place }));
}
