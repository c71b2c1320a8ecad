/**
 * Chromium itself can't go to addresses of a scheme of ours. There `app://host/x` is `http://host.app.localhost/x`, which a server
 * on this machine answers; the program sees `app:` everywhere.
 */
const schemes = new Set<string>();

export const addScheme = (scheme: string): void => void schemes.add(scheme);

export function toChromium(address: string): string {
  const { protocol, host, pathname, search, hash } = new URL(address);
  const scheme = protocol.slice(0, -1);
  return schemes.has(scheme) ? `http://${host}.${scheme}.localhost${pathname}${search}${hash}` : address;
}

export function toProgram(address: string): string {
  if (!URL.canParse(address)) return address;
  const { protocol, hostname, pathname, search, hash } = new URL(address);
  const [, host, scheme] = /^(.+)\.([^.]+)\.localhost$/.exec(hostname) ?? [];
  if (protocol !== 'http:' || host === undefined || scheme === undefined || !schemes.has(scheme)) return address;
  return `${scheme}://${host}${pathname}${search}${hash}`;
}
