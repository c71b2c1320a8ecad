/** What crosses a channel, before anybody trusts it: birpc's requests (`q`) and answers (`s`), errors as plain objects. */
import { PawlabError, type ErrorCode } from '../contract/errors.ts';

interface Message {
  readonly t: 'q' | 's';
  /** Of an answer that failed. */
  readonly e?: unknown;
}

/** `code` null: Pawlab's own mistake, whose details stay where it happened. */
interface CrossingError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly remedy: string;
}

const mistake: CrossingError = {
  code: null,
  message: 'Pawlab made a mistake.',
  remedy: 'What was saved before is still there. The log holds the details for a bug report.',
};

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether a message is one that birpc can take without failing. */
export function isMessage(message: unknown): message is Message {
  if (!isObject(message)) return false;
  const { t: type, i: id, m: method, a: args } = message;
  if (type === 's') return isId(id);
  return type === 'q' && typeof method === 'string' && Array.isArray(args) && (id === undefined || isId(id));
}

const isId = (id: unknown): boolean => typeof id === 'string' && id.length <= 64;

export const withCrossingError = <M extends Message>(message: M): M =>
  message.e === undefined ? message : { ...message, e: crossing(message.e) };

const crossing = (error: unknown): CrossingError =>
  error instanceof PawlabError ? { code: error.code, message: error.message, remedy: error.remedy } : mistake;

export const withArrivedError = <M extends Message>(message: M): M =>
  message.e === undefined ? message : { ...message, e: arrived(message.e) };

/** A PawlabError, or an error that says no more than that there was a mistake; its remedy is part of its message. */
function arrived(error: unknown): Error {
  const { code, message, remedy } = isCrossingError(error) ? error : mistake;
  return code === null ? new Error(`${message} ${remedy}`) : new PawlabError(code, message, remedy);
}

const isCrossingError = (value: unknown): value is CrossingError =>
  isObject(value) &&
  (value['code'] === null || typeof value['code'] === 'string') &&
  typeof value['message'] === 'string' &&
  typeof value['remedy'] === 'string';
