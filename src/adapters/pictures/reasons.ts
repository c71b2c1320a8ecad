import { readReason } from '../files/reasons.ts';
import { pictureKind } from './kinds.ts';

/** Why there is no picture, in words for people. `lasting`: stays true as long as the file is not changed. */
export interface Refusal {
  readonly reason: string;
  readonly lasting: boolean;
}

export const lasting = (reason: string): Refusal => ({ reason, lasting: true });
export const passing = (reason: string): Refusal => ({ reason, lasting: false });

/** Thrown and caught inside this folder, so that the steps of decoding need no union at each return. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/** What the system says when a file can't be opened or read. */
export const fileRefusal = (error: unknown): Refusal => passing(readReason(error));

const article = (name: string): string => (/^[AEIOH]/.test(name) && name !== 'HEIC' ? 'an' : 'a');

/** What libvips says when the bytes are no picture it can decode. Its messages are the only sign of which case it is. */
export function decodingRefusal(error: unknown, bytes: Uint8Array): Refusal {
  const message = error instanceof Error ? error.message : String(error);
  const kind = pictureKind(bytes);
  if (kind && !kind.readable) return lasting(`${article(kind.name)} ${kind.name} picture, which cannot be read here`);
  if (/premature end|unexpected end of/i.test(message)) return lasting('the file is cut off');
  if (!kind) return lasting('not a picture');
  return lasting('the file is damaged or cut off');
}
