/**
 * Checkpoints are safetensors files (8 bytes of header length, a JSON header, little-endian float32 values), which Python
 * and others read as they are. Strings that aren't tensors travel in `__metadata__`.
 */
import { PawlabError } from '../../contract/errors.ts';
import type { NamedTensor } from '../ports.ts';

export interface TensorFile {
  readonly tensors: readonly NamedTensor[];
  readonly metadata: Readonly<Record<string, string>>;
}

interface HeaderEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** JSON with every other character than ASCII escaped: one character is one byte. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function encodeTensorFile({ tensors, metadata }: TensorFile): Uint8Array {
  let offset = 0;
  const entries = tensors.map(({ name, shape, values }) => {
    const entry: HeaderEntry = { dtype: 'F32', shape, data_offsets: [offset, offset + values.byteLength] };
    offset += values.byteLength;
    return [name, entry] as const;
  });
  const json = asciiJson({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const header = json.padEnd(Math.ceil(json.length / 8) * 8);
  const bytes = new Uint8Array(8 + header.length + offset);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  for (let at = 0; at < header.length; at++) bytes[8 + at] = header.charCodeAt(at);
  let start = 8 + header.length;
  for (const { values } of tensors) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start);
    start += values.byteLength;
  }
  return bytes;
}

const damaged = (why: string): PawlabError =>
  new PawlabError('run-damaged', `The checkpoint cannot be read: ${why}.`, 'Use another checkpoint of this run.');

function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; start: number } {
  if (bytes.length < 8) throw damaged('the file is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (8 + length > bytes.length) throw damaged('the file is cut off');
  let json = '';
  for (let at = 8; at < 8 + length; at++) json += String.fromCharCode(bytes[at] ?? 0);
  try {
    return { header: JSON.parse(json) as Record<string, unknown>, start: 8 + length };
  } catch {
    throw damaged('its header is not JSON');
  }
}

function isHeaderEntry(value: unknown): value is HeaderEntry {
  const entry = value as Partial<HeaderEntry> | null;
  return entry?.dtype === 'F32' && Array.isArray(entry.shape) && entry.data_offsets?.length === 2;
}

/** A copy: the values may lie at any offset of the file, and typed arrays want a multiple of four. */
function floats(bytes: Uint8Array, from: number, to: number): Float32Array {
  const copy = new Uint8Array(to - from);
  copy.set(bytes.subarray(from, to));
  return new Float32Array(copy.buffer);
}

/** Throws PawlabError `run-damaged` for anything that isn't a whole float32 safetensors file. */
export function decodeTensorFile(bytes: Uint8Array): TensorFile {
  const { header, start } = readHeader(bytes);
  const { __metadata__: metadata = {}, ...entries } = header;
  const tensors = Object.entries(entries).map(([name, entry]) => {
    if (!isHeaderEntry(entry)) throw damaged(`${name} is not a float32 tensor`);
    const [from, to] = entry.data_offsets;
    const size = entry.shape.reduce((product, side) => product * side, 4);
    if (to - from !== size || start + to > bytes.length) throw damaged(`${name} is cut off`);
    return { name, shape: entry.shape, values: floats(bytes, start + from, start + to) };
  });
  return { tensors, metadata: metadata as Record<string, string> };
}
