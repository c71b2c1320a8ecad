import { PawlabError } from '../../src/contract/errors.ts';
import type { Folder, FolderEntry, PictureFolders } from '../../src/engine/ports.ts';

/** A tree in memory: text is a file, an object a folder, `link` leads to the folder at an absolute path. */
export interface Tree {
  readonly [name: string]: string | Tree | Link;
}
export class Link {
  readonly target: string;
  constructor(target: string) {
    this.target = target;
  }
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && !(value instanceof Link);

function at(root: Tree, path: string): string | Tree | Link | undefined {
  let here: string | Tree | Link | undefined = root;
  for (const name of path.split('/').filter((part) => part !== '')) {
    if (here instanceof Link) here = at(root, here.target);
    here = isTree(here) ? here[name] : undefined;
  }
  return here;
}

/** Picture folders over a tree; absolute paths with `/`. */
export function memoryPictureFolders(root: Tree): PictureFolders {
  const entry = (path: string): FolderEntry => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const found = at(root, path);
    if (found === undefined || (found instanceof Link && at(root, found.target) === undefined))
      return { kind: 'unreadable', name, path, reason: 'the file is gone' };
    if (typeof found === 'string') return { kind: 'file', name, path, size: found.length, modified: 1 };
    return { kind: 'folder', name, path, realPath: found instanceof Link ? found.target : path };
  };
  const folders: PictureFolders = {
    entry: (path) => Promise.resolve(entry(path)),
    some: async (folder, most) => (await folders.list(folder)).slice(0, most),
    list(folder) {
      let found = at(root, folder);
      if (found instanceof Link) found = at(root, found.target);
      if (!isTree(found)) return Promise.reject(new PawlabError('folder-missing', `There is no folder ${folder}.`, ''));
      // Backwards: the port promises no order.
      return Promise.resolve(
        Object.keys(found)
          .reverse()
          .map((name) => entry(`${folder}/${name}`)),
      );
    },
  };
  return folders;
}

/** A folder of the program's own, in memory. All folders opened from one share its files. */
export function memoryFolder(
  path = '/',
  files = new Map<string, string | Uint8Array>(),
  made = new Set<string>(),
): Folder {
  const join = (name: string): string => `${path === '/' ? '' : path}/${name}`;
  const below = (): string[] => [...files.keys()].filter((file) => file.startsWith(join('')));
  const put = (file: string, content: string | Uint8Array): Promise<void> => {
    files.set(join(file), content);
    return Promise.resolve();
  };
  return {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    folder: (name) => memoryFolder(join(name), files, made),
    get parent() {
      return memoryFolder(path.slice(0, path.lastIndexOf('/')) || '/', files, made);
    },
    list() {
      const below = [...files.keys(), ...made].filter((file) => file.startsWith(join('')));
      return Promise.resolve([...new Set(below.map((file) => file.slice(join('').length).split('/')[0] ?? ''))].sort());
    },
    readText(file) {
      const content = files.get(join(file));
      return Promise.resolve(typeof content === 'string' ? content : null);
    },
    readBytes(file) {
      const content = files.get(join(file));
      return Promise.resolve(content instanceof Uint8Array ? content : null);
    },
    replaceText: put,
    replaceBytes: put,
    appendLine: (file, line) => put(file, `${String(files.get(join(file)) ?? '')}${line}\n`),
    create() {
      const isNew = !made.has(path);
      made.add(path);
      return Promise.resolve(isNew);
    },
    moveTo(target) {
      for (const file of below()) {
        files.set(`${target.path}${file.slice(path.length)}`, files.get(file) ?? '');
        files.delete(file);
      }
      made.delete(path);
      return Promise.resolve();
    },
    remove() {
      for (const file of below()) files.delete(file);
      made.delete(path);
      return Promise.resolve();
    },
    bytes: () => Promise.resolve(below().reduce((sum, file) => sum + (files.get(file)?.length ?? 0), 0)),
  };
}
