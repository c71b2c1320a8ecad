import type { GpuPackEvent } from '../../../../../contract/events.ts';
import { size } from '../../../words/numbers.ts';

/** What there is of the GPU pack, as a sentence. */
export function packWords({ state, bytes, toFetch, needed }: GpuPackEvent): string {
  switch (state) {
    case 'installed':
      return `Installed, ${size(bytes)} on disk.`;
    case 'begun':
      return `Partly fetched: ${size(toFetch)} are left. It needs ${size(needed)} free on the disk.`;
    case 'absent':
      return `Not installed. It fetches ${size(toFetch)} and needs ${size(needed)} free on the disk.`;
    case 'unsupported':
      return 'There is no GPU pack for this computer.';
  }
}
