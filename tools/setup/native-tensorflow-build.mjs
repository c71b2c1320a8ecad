import fs from 'node:fs';
import path from 'node:path';
import { buildFailure, downloadFailure, missing } from './native-tensorflow-advice.mjs';
import { headers } from './native-tensorflow-table.mjs';
import { findProgram } from './paths.mjs';
import { run } from './processes.mjs';

/** The wheel and what is unpacked of it (three to four times its size) lie beside each other for a moment. */
const diskPerByte = 4.7;

const unpackScript = `
import json, os, shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for member, target in json.loads(sys.argv[2]):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with wheel.open(member) as source, open(target, "wb") as file:
            shutil.copyfileobj(source, file, 1 << 20)
`;

const loadScript = `
const addon = { exports: {} };
process.dlopen(addon, process.argv[1]);
console.log('TensorFlow ' + addon.exports.TF_Version);
`;

/** What PATH offers for a row. Throws SetUpFailure naming what is missing; starts nothing. */
export function findPrograms(row) {
  const pythons = row.python ? [['py', `-${row.python.version}`], ['python']] : [['python3'], ['python'], ['py', '-3']];
  const found = pythons.flatMap(([name, ...args]) => {
    const program = findProgram(name);
    return program ? [{ program, args }] : [];
  });
  if (found.length === 0) throw missing.python(row.python?.version);
  const compiler = row.compilers.map((name) => findProgram(name)).find(Boolean);
  if (!compiler) throw missing.compiler();
  return { pythons: found, compiler };
}

/**
 * Downloads, unpacks, compiles and tries the addon in `work`; afterwards `work`/ready holds what is kept.
 * Throws SetUpFailure.
 * @param {{ row: object, work: string, root: string, node: string, log: object, lock: object }} job
 */
export async function build(job) {
  const { pythons, compiler } = findPrograms(job.row);
  checkSpace(job);
  const python = await pythonWithPip(pythons, job);
  const wheel = await download(python, job);
  await unpack(python, wheel, job);
  fs.rmSync(path.join(job.work, 'wheel'), { recursive: true });
  await compile(compiler, job);
  await tryToLoad(job);
}

function checkSpace({ row, work }) {
  const { bavail, bsize } = fs.statfsSync(work);
  const needed = row.bytes * diskPerByte;
  if (bavail * bsize < needed) throw missing.space(path.dirname(work), needed);
}

async function pythonWithPip(pythons, { row, lock }) {
  const question = 'import pip, sys; print("%d.%d %s" % (*sys.version_info[:2], sys.base_prefix))';
  for (const { program, args } of pythons) {
    const { code, output } = await run(program, [...args, '-c', question], { lock });
    const [, version, prefix] = /^(\d+\.\d+) (.+)$/m.exec(output) ?? [];
    if (code === 0 && (!row.python || row.python.version === version)) {
      return { prefix, run: (rest, options) => run(program, [...args, ...rest], { lock, ...options }) };
    }
  }
  throw missing.python(row.python?.version);
}

async function download(python, { row, work, log }) {
  const folder = path.join(work, 'wheel');
  fs.mkdirSync(path.join(folder, 'temporary'), { recursive: true });
  const requirements = path.join(folder, 'requirements.txt');
  fs.writeFileSync(requirements, `${row.package}==${row.version} --hash=sha256:${row.sha256}\n`);
  const args = [
    ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--platform', row.wheelPlatform],
    ...['--python-version', '3.11', '--implementation', 'cp', '--require-hashes', '-r', requirements],
    ...['--no-cache-dir', '--retries', '2', '--progress-bar', 'off', '-d', path.join(folder, 'kept')],
  ];
  const temporary = path.join(folder, 'temporary');
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, PIP_REQUIRE_VIRTUALENV: '0' };
  const words = () => downloadProgress(row, largestFile(folder), log);
  words();
  const ticking = setInterval(words, 500);
  const { code, output } = await python.run(args, { env });
  clearInterval(ticking);
  const wheel = code === 0 && fs.readdirSync(path.join(folder, 'kept')).find((name) => name.endsWith('.whl'));
  if (!wheel) throw downloadFailure(row, output);
  return path.join(folder, 'kept', wheel);
}

function downloadProgress(row, bytes, log) {
  const percent = Math.min(100, Math.floor((100 * bytes) / row.bytes));
  const size = `${Math.round(row.bytes / 1e6)} MB`;
  log.progress(`Downloading TensorFlow ${row.version} (${size}): ${percent} %`, Math.floor(percent / 10));
}

/** Bytes. pip writes to a folder of its own naming, then moves the file. */
function largestFile(folder) {
  try {
    const sizes = fs.readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? largestFile(file) : fs.statSync(file).size;
    });
    return Math.max(0, ...sizes);
  } catch {
    return 0; // Moved between listing and looking.
  }
}

async function unpack(python, wheel, { row, work, log }) {
  log.progress('Unpacking TensorFlow', 'unpack');
  const beside = (member) => path.join(work, 'ready', path.posix.basename(member));
  const plan = [
    ...headers.map((name) => [`tensorflow/include/${name}`, path.join(work, 'include', name)]),
    ...[...row.libraries, ...row.linkOnly].map((member) => [member, beside(member)]),
  ];
  const { code, output } = await python.run(['-c', unpackScript, wheel, JSON.stringify(plan)]);
  if (code !== 0) throw buildFailure('Unpacking TensorFlow', output);
  if (row.python) fs.copyFileSync(path.join(python.prefix, row.python.file), beside(row.python.file));
}

async function compile(compiler, { row, work, root, log, lock }) {
  log.progress("Compiling TensorFlow's addon (about 10 s)", 'compile');
  const addon = path.join(root, 'node_modules', '@tensorflow', 'tfjs-node-gpu', 'binding');
  const nodeApi = path.join(root, 'node_modules', 'node-api-headers');
  const libraries = path.join(work, 'ready');
  const commands = row.compile({
    ...{ compiler, libraries, nodeApi, work },
    sources: ['tfjs_backend.cc', 'tfjs_binding.cc'].map((name) => path.join(addon, name)),
    includes: [path.join(work, 'include'), path.join(nodeApi, 'include')],
    output: path.join(libraries, 'tfjs_binding.node'),
  });
  for (const [program, ...args] of commands) {
    const { code, output } = await run(program, args, { cwd: work, lock });
    if (code !== 0) throw buildFailure("Compiling TensorFlow's addon", output);
  }
  for (const member of row.linkOnly) fs.rmSync(path.join(libraries, path.posix.basename(member)));
}

async function tryToLoad({ row, work, node, lock }) {
  const addon = path.join(work, 'ready', 'tfjs_binding.node');
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' };
  const { code, output } = await run(node, ['-e', loadScript, addon], { env, lock });
  if (code !== 0) throw buildFailure('Loading TensorFlow', output);
  if (!output.includes(`TensorFlow ${row.version}`))
    throw buildFailure('Loading TensorFlow', `error: it says ${output}`);
}
