/** What happens to training pictures, in words. */
import type { Settings } from '../../../../contract/settings.ts';

/** shear 0.2°, zoom 0.2, flip; `no augmentation` where nothing happens. */
export function augmentationWords({ shear, zoom, flip }: Pick<Settings, 'shear' | 'zoom' | 'flip'>): string {
  const parts = [shear > 0 ? `shear ${shear}°` : '', zoom > 0 ? `zoom ${zoom}` : '', flip ? 'horizontal flip' : ''];
  return parts.filter((part) => part !== '').join(', ') || 'no augmentation';
}
