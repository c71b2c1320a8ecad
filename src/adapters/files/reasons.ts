import { PawlabError } from '../../contract/errors.ts';

/** The code of a file system error: ENOENT, EACCES, … */
export function codeOf(error: unknown): string | null {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}

const readReasons: Readonly<Record<string, string>> = {
  ENOENT: 'the file is gone',
  ENOTDIR: 'the file is gone',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'a link that leads in a circle',
  ENAMETOOLONG: 'its path is too long for this system',
};

/** Why a path can't be read, in words. */
export function readReason(error: unknown): string {
  const code = codeOf(error);
  return readReasons[code ?? ''] ?? `the system could not read it (${code ?? String(error)})`;
}

/** Which trouble a failed write is in; null for another, which is a bug of ours. */
export function writeTrouble(error: unknown): 'disk-full' | 'not-writable' | null {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
      return 'not-writable';
    default:
      return null;
  }
}

/** What to tell a person when writing fails; other errors are returned as they are. */
export function writeError(error: unknown, path: string): unknown {
  switch (writeTrouble(error)) {
    case 'disk-full':
      return new PawlabError(
        'disk-full',
        `The disk is full: ${path} could not be written.`,
        'Make room and go on from what was saved before; nothing of that was lost.',
        { cause: error },
      );
    case 'not-writable':
      return new PawlabError(
        'not-writable',
        `${path} cannot be written (${String(codeOf(error))}).`,
        'Choose another folder, or allow Pawlab to write there.',
        { cause: error },
      );
    case null:
      return error;
  }
}
