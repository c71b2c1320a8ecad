/** As people write it: `~/Pictures/cats-dogs`. */
export function shortPath(path: string, home: string): string {
  if (home === '' || home === '/') return path;
  if (path === home) return '~';
  const rest = path.startsWith(home) ? path.slice(home.length) : '';
  return /^[\\/]/.test(rest) ? `~${rest}` : path;
}
