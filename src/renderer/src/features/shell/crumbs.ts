export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** The folders above a folder and itself, from the root on; of paths with `/`, with `C:\` and of `\\server\share`. */
export function crumbsOf(folder: string): readonly Crumb[] {
  const separator = folder.includes('\\') && !folder.startsWith('/') ? '\\' : '/';
  const [, root = '', rest = ''] = /^(\\\\[^\\]+\\[^\\]+\\?|[A-Za-z]:\\?|\/)(.*)$/.exec(folder) ?? [];
  const names = rest.split(separator).filter((name) => name !== '');
  const base = root.endsWith(separator) ? root : `${root}${separator}`;
  const below = names.map((name, index) => ({ name, path: base + names.slice(0, index + 1).join(separator) }));
  return [{ name: root === '/' ? 'Root' : root.replace(/\\$/, ''), path: base }, ...below];
}
