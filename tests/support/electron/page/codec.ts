/**
 * Values of messages as JSON, with what JSON loses and Electron's cloning keeps. Both functions also run in the page, as text:
 * they use nothing of this file.
 */
export function encode(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: String(value) };
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== 'object') throw new Error('An object could not be cloned.');
  const entries = Object.entries(value);
  if (Object.prototype.toString.call(value) !== '[object Object]' || '$' in value) {
    throw new Error(`not implemented in the stand-in: a message with ${Object.prototype.toString.call(value)}`);
  }
  return Object.fromEntries(entries.map(([name, part]) => [name, encode(part)]));
}

export function decode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  if ('$' in value) return value.$ === 'undefined' ? undefined : Number(value.$);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, decode(part)]));
}
