import { execFileSync } from 'node:child_process';

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function rows(): Row[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || parent === undefined
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }];
  });
}

/** The engine's process below a host's, as `ps` tells (not on Windows). Throws where there isn't exactly one. */
export function enginePid(host: number): number {
  const all = rows();
  const below = new Set([host]);
  for (let grew = true; grew;) {
    const more = all.filter(({ pid, parent }) => below.has(parent) && !below.has(pid));
    for (const { pid } of more) below.add(pid);
    grew = more.length > 0;
  }
  const engines = all.filter(({ pid, command }) => below.has(pid) && /engine-host[\\/]main\.ts/.test(command));
  if (engines.length !== 1) throw new Error(`${engines.length} engines below process ${host}`);
  return engines[0]?.pid ?? 0;
}
