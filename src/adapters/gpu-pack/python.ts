import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PawlabError } from '../../contract/errors.ts';
import type { StopSignal } from '../../engine/ports.ts';
import { advice } from './advice.ts';
import { removeFolder } from './folders.ts';
import { runProgram, type ProgramResult } from './programs.ts';
import { neededMembers, type Wheel } from './wheels.ts';

/** Writes what is needed of a wheel, through to the disk: what counts as unpacked survives a power cut. */
const unpackScript = `
import os, re, shutil, sys, zipfile
wheel, folder, needed = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    for member in archive.namelist():
        if not re.match(needed, member):
            continue
        target = os.path.join(folder, *member.split("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with archive.open(member) as source, open(target, "wb") as file:
            shutil.copyfileobj(source, file, 1 << 20)
            file.flush()
            os.fsync(file.fileno())
        if "/bin/" in member:
            os.chmod(target, 0o755)
`;

export interface Python {
  /** Where a wheel lies, as pip's own index tells it; null where pip names no address that can be read directly. */
  locate(wheel: Wheel): Promise<string | null>;
  /** Has pip fetch the wheel into a folder; returns its path. Throws PawlabError `download-failed`. */
  download(wheel: Wheel, folder: string): Promise<string>;
  /** Unpacks the needed members. Throws PawlabError `unpacking-failed` or `disk-full`. */
  unpack(wheel: Wheel, file: string, folder: string): Promise<void>;
}

/** The Python that the person's PATH offers. Throws PawlabError `python-missing`. */
export async function findPython(environment: NodeJS.ProcessEnv, work: string, signal: StopSignal): Promise<Python> {
  const temporary = join(work, 'pip');
  const env = { ...environment, TMPDIR: temporary, PIP_REQUIRE_VIRTUALENV: '0', PYTHONUNBUFFERED: '1' };
  const run = (program: string, args: readonly string[], onLine?: (line: string) => boolean): Promise<ProgramResult> =>
    runProgram(program, args, { environment: env, signal, ...(onLine && { onLine }) });
  for (const program of ['python3', 'python']) {
    const { code } = await run(program, ['-c', 'import pip, sys, zipfile, zlib; sys.exit(sys.version_info < (3, 8))']);
    if (code === 0) return pythonAt((args, onLine) => run(program, args, onLine), temporary);
  }
  throw advice.python();
}

type Run = (args: readonly string[], onLine?: (line: string) => boolean) => Promise<ProgramResult>;

const pythonAt = (run: Run, temporary: string): Python => ({
  locate: async (wheel) => {
    const address = addressOf(wheel);
    let found: string | null = null;
    // pip names the address before it fetches, and is ended then. Its report in JSON comes only after the whole download.
    await inTemporary(temporary, () =>
      run(pipDownload(wheel, join(temporary, 'kept')), (line) => {
        found ??= address.exec(line)?.[0] ?? null;
        return found !== null;
      }),
    );
    return found;
  },
  download: async (wheel, folder) => {
    const { code, lines } = await inTemporary(temporary, () => run(pipDownload(wheel, folder)));
    const file = (await readdir(folder).catch(() => [])).find((name) => name.endsWith('.whl'));
    if (code !== 0 || file === undefined) throw advice.download(wheel, pipReason(lines));
    return join(folder, file);
  },
  unpack: async (wheel, file, folder) => {
    const { code, lines } = await run(['-c', unpackScript, file, folder, neededMembers]);
    if (code !== 0) throw unpackingError(wheel, lines.at(-1) ?? 'Python gave no reason');
  },
});

async function inTemporary<T>(temporary: string, body: () => Promise<T>): Promise<T> {
  await mkdir(temporary, { recursive: true });
  try {
    return await body();
  } finally {
    await removeFolder(temporary);
  }
}

const pipDownload = (wheel: Wheel, folder: string): readonly string[] => [
  ...['-m', 'pip', 'download', '-vv', '--no-deps', '--only-binary=:all:', '--no-input', '--no-cache-dir'],
  ...['--platform', 'manylinux_2_17_x86_64', '--platform', 'manylinux2014_x86_64'],
  ...['--python-version', '3.11', '--implementation', 'cp', '--progress-bar', 'off', '--retries', '2'],
  ...['-d', folder, `${wheel.package}==${wheel.version}`],
];

const addressOf = ({ file }: Wheel): RegExp => new RegExp(`https?://\\S+/${file.replaceAll('.', '\\.')}(?=[#\\s)]|$)`);

const pipReason = (lines: readonly string[]): string =>
  lines
    .findLast((line) => line.startsWith('ERROR:'))
    ?.slice('ERROR:'.length)
    .trim()
    .slice(0, 250) ?? 'pip gave no reason';

const unpackingError = (wheel: Wheel, reason: string): PawlabError =>
  /No space left|Errno 28/.test(reason)
    ? new PawlabError(
        'disk-full',
        'The disk is full.',
        'Make room and install the GPU pack again: it goes on where it was.',
      )
    : advice.unpacking(wheel, reason);
