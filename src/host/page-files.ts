import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { inWords } from './in-words.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * The names that lead from the page's folder to a file, for an address's path; null for a path that may lead anywhere else.
 * Whoever asks may send `..`, `%2e%2e%2f`, `\`, `C:`, a NUL or a hidden file's name. The build names files with few
 * characters, so that only these are let through, undecoded, and no name begins with a dot.
 */
export function pagePath(pathname: string): readonly string[] | null {
  if (pathname === '/' || pathname === '') return ['index.html'];
  const names = pathname.slice(1).split('/');
  return names.every((name) => /^[\w-][\w.-]*$/.test(name)) ? names : null;
}

/** A file of the built page. */
export async function pageFile(folder: string, pathname: string): Promise<Response> {
  const names = pagePath(pathname);
  const type = types[extname(names?.at(-1) ?? '')];
  if (names === null || type === undefined) return inWords(404, 'There is no such file.');
  try {
    const bytes = await readFile(join(folder, ...names));
    return new Response(bytes, { headers: { 'content-type': type, 'cache-control': keeping(names) } });
  } catch {
    return names[0] === 'index.html'
      ? inWords(503, 'The page has not been built. Build it with: npm run build')
      : inWords(404, 'There is no such file.');
  }
}

/** The build puts a digest of its content into the name of each file below `assets`. */
const keeping = ([first]: readonly string[]): string =>
  first === 'assets' ? 'public, max-age=31536000, immutable' : 'no-store';
