import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';
import { createGpuPack } from '../../../src/adapters/gpu-pack/gpu-pack.ts';
import type { Wheel } from '../../../src/adapters/gpu-pack/wheels.ts';
import type { GpuPack } from '../../../src/engine/ports.ts';
import { StopSource } from '../../../src/engine/stop.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Why the tests of installing can't run here; false where they can. */
export function cannotInstall(): string | false {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the GPU pack is for Linux on x64';
  try {
    execFileSync('python3', ['-c', 'import zipfile, zlib'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'there is no Python 3';
  }
}

const zipScript = `
import json, sys, zipfile
for file, members in json.loads(sys.argv[1]).items():
    with zipfile.ZipFile(file, "w") as archive:
        for name, length in members.items():
            archive.writestr(name, (name.encode() * (length // len(name) + 1))[:length])
`;

/** Two wheels of 300 kB: enough for several chunks. What is not needed of them must not be unpacked. */
const contents: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  tensorflow: { 'tensorflow/libtensorflow_cc.so.2': 300_000, 'tensorflow/python/other.py': 100 },
  'nvidia-cuda-nvcc-cu12': {
    'nvidia/cuda_nvcc/lib/libtool.so.12': 300_000,
    'nvidia/cuda_nvcc/bin/ptxas': 50,
    'nvidia/cuda_nvcc/include/cuda.h': 50,
  },
};

function makeWheels(folder: string): Wheel[] {
  const fileOf = (name: string): string => `${name.replaceAll('-', '_')}-1.0-py3-none-any.whl`;
  const members = Object.entries(contents).map(([name, files]) => [join(folder, fileOf(name)), files] as const);
  execFileSync('python3', ['-c', zipScript, JSON.stringify(Object.fromEntries(members))]);
  return Object.keys(contents).map((name) => {
    const bytes = readFileSync(join(folder, fileOf(name)));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { package: name, version: '1.0', file: fileOf(name), sha256, bytes: bytes.length, unpacked: bytes.length };
  });
}

export interface Served {
  readonly file: string;
  /** The header; null where the whole file was asked for. */
  readonly range: string | null;
}

/** What the server does next; tests change it. */
export interface Manners {
  ranges: boolean;
  /** Bytes after which each answer stops, until `breakOff` ends the connection. */
  holdAfter: number;
  readonly held: Set<ServerResponse>;
  /** Refuses everything. */
  status: number;
}

function answer(request: IncomingMessage, response: ServerResponse, bytes: Buffer, manners: Manners): void {
  const [, start = '0'] = /bytes=(\d+)-/.exec(request.headers.range ?? '') ?? [];
  const from = manners.ranges ? Number(start) : 0;
  const part = from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length - from, ...part });
  const sent = bytes.subarray(from, from + manners.holdAfter);
  if (sent.length === bytes.length - from) response.end(sent);
  else {
    manners.held.add(response);
    response.write(sent);
  }
}

/** Ends the connections that are held. */
export function breakOff({ held }: Manners): void {
  for (const response of held) response.destroy();
  held.clear();
}

async function serve(t: TestContext, folder: string, manners: Manners, served: Served[]): Promise<string> {
  const server = createServer((request, response) => {
    const file = (request.url ?? '').slice('/files/'.length);
    served.push({ file, range: request.headers.range ?? null });
    if (manners.status === 200) answer(request, response, readFileSync(join(folder, file)), manners);
    else response.writeHead(manners.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/files/`;
}

/**
 * In place of pip, a program that talks as it does: it names the addresses, and copies the file where it isn't ended then.
 * All else goes to the real Python.
 */
function writePython(folder: string, address: string, wheels: readonly Wheel[]): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const real = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
  const links = wheels.map(({ file }) => `echo "  Found link ${address}${file} (from the index)"`).join('\n');
  const script = `#!/bin/sh
if [ "$1" != -m ]; then exec "${real}" "$@"; fi
if [ -e "${bin}/names-no-address" ]; then
  while [ "$1" != -d ]; do shift; done
  if [ -e "${bin}/fails" ]; then echo "ERROR: No matching distribution found for $3"; exit 1; fi
  mkdir -p "$2"; cp "${folder}/files/$(echo "\${3%%==*}" | tr - _)-1.0-py3-none-any.whl" "$2"; exit 0
fi
${links}
exit 1
`;
  writeFileSync(join(bin, 'python3'), script);
  chmodSync(join(bin, 'python3'), 0o755);
  return bin;
}

export interface Shop {
  readonly pack: GpuPack;
  /** The same pack for another process's eyes. */
  open(changes?: Partial<Parameters<typeof createGpuPack>[0]>): GpuPack;
  readonly wheels: readonly Wheel[];
  readonly manners: Manners;
  readonly served: Served[];
  /** Where the wheels lie, python's folder, and the user's data. */
  readonly files: string;
  readonly bin: string;
  readonly data: string;
}

/** A server with two small wheels, a Python that knows its address, and a pack to install from there. */
export async function openShop(t: TestContext): Promise<Shop> {
  const folder = temporaryFolder(t);
  const [files, addonFolder, data] = ['files', 'addon', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const name of [files, addonFolder]) mkdirSync(name);
  writeFileSync(join(addonFolder, 'tfjs_binding.node'), 'addon');
  writeFileSync(join(addonFolder, 'manifest.json'), '{"version":"2.20.0","variant":"cpu","package":"tensorflow-cpu"}');
  const wheels = makeWheels(files);
  const manners: Manners = { ranges: true, holdAfter: Infinity, held: new Set(), status: 200 };
  const served: Served[] = [];
  const bin = writePython(folder, await serve(t, files, manners, served), wheels);
  const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  const open: Shop['open'] = (changes) =>
    createGpuPack({ dataFolder: data, addonFolder, wheels, environment, ...changes });
  return { pack: open(), open, wheels, manners, served, files, bin, data };
}

export interface Progress {
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

/** Installs, keeping the progress; `stopAt` stops the job there. */
export async function install(pack: GpuPack, stopAt: (progress: Progress) => boolean = () => false) {
  const source = new StopSource();
  const progress: Progress[] = [];
  const unpacked: string[] = [];
  const fetched = await pack.install({
    signal: source,
    onFetch: (file, done, total) => {
      progress.push({ file, done, total });
      if (stopAt({ file, done, total })) source.stop();
    },
    onUnpack: (file) => unpacked.push(file),
  });
  return { fetched, progress, unpacked };
}
