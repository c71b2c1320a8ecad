import os from 'node:os';
import { median } from './command.mjs';
import { treeSeconds } from './cpu-time.mjs';

/** How much of the cores' time an epoch after the first takes up: all threads and processes of a run, over all cores. */
export async function busy(bench) {
  const cores = os.availableParallelism();
  const marks = [];
  const onLine = (line, pid) => {
    if (line.type === 'epoch') marks.push({ wall: performance.now() / 1000, work: treeSeconds(pid) });
  };
  await bench.pawlab(['train', bench.training, '--test', bench.test, '--epochs', '4'], { onLine });
  const what = `cores busy in an epoch after the first (${cores} ${cores === 1 ? 'core' : 'cores'})`;
  const asked = 'at least 85 % of two cores';
  if (marks[0].work === null) return [{ what, measured: '–', against: 'told by Linux only', asked, met: null }];
  const shares = marks
    .slice(1)
    .map((mark, at) => (mark.work - marks[at].work) / ((mark.wall - marks[at].wall) * cores));
  bench.log(`busy: ${shares.map(percent).join(', ')}`);
  const measured = `${percent(median(shares))} (${shares.map(percent).join(', ')})`;
  return [{ what, measured, asked, met: cores <= 2 ? median(shares) >= 0.85 : null }];
}

const percent = (share) => `${(share * 100).toFixed(0)} %`;
