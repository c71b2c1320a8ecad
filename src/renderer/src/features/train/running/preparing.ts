/** What goes on before the first epoch, and why it takes time. */
import type { Shown } from '../shown.ts';

export function preparingWords({ phase, reading }: Pick<Shown, 'phase' | 'reading'>): string {
  if (phase === 'preparing') {
    return 'The network is built and tried once, so that the first epoch is as fast as the others.';
  }
  if (reading === null) return 'The files are listed and a device is chosen.';
  return 'Each picture is read and shrunk once. What was read before is kept, so this takes less time from the second run on.';
}
