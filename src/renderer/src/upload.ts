import { PawlabError } from '../../contract/errors.ts';

const refused = (reason: string): PawlabError =>
  new PawlabError('picture-unreadable', reason, 'Choose the picture in a folder of the server instead.');

/** Posts a file to an address of the host; the answer names the path of the copy, or says why it was refused. */
export async function uploadTo(address: string, file: Blob, name: string): Promise<string> {
  const answer = await fetch(`${address}?name=${encodeURIComponent(name)}`, { method: 'POST', body: file }).catch(
    () => null,
  );
  if (answer === null) {
    throw new PawlabError('host-lost', 'The connection to Pawlab is lost.', 'Try again when it is back.');
  }
  const path = answer.ok ? pathIn(await answer.json()) : null;
  if (path !== null) return path;
  throw refused((answer.bodyUsed ? '' : await answer.text()) || `${name} could not be sent.`);
}

const pathIn = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'path' in answer && typeof answer.path === 'string'
    ? answer.path
    : null;
