/** Errors that a person can act on. They cross every channel unchanged; anything else that is thrown is a bug. */
export type ErrorCode =
  | 'folder-missing'
  | 'folder-unreadable'
  | 'too-few-classes'
  | 'too-few-pictures'
  | 'classes-differ'
  | 'setting-out-of-range'
  | 'no-pictures'
  | 'device-unavailable'
  | 'executor-unavailable'
  | 'layer-unsupported'
  | 'loss-not-finite'
  | 'out-of-memory'
  | 'run-missing'
  | 'run-damaged'
  | 'run-finished'
  | 'project-missing'
  | 'project-damaged'
  | 'busy'
  | 'picture-unreadable'
  | 'engine-stopped'
  | 'host-lost'
  | 'state-mismatch'
  | 'disk-full'
  | 'not-writable'
  | 'gpu-pack-unsupported'
  | 'gpu-pack-busy'
  | 'python-missing'
  | 'download-failed'
  | 'download-altered'
  | 'unpacking-failed'
  | 'decoder-failed';

export class PawlabError extends Error {
  readonly code: ErrorCode;
  /** What to do about it, and what was not lost. */
  readonly remedy: string;

  /** `message` says what happened and why, as one sentence; `remedy` says what to do. */
  constructor(code: ErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PawlabError';
    this.code = code;
    this.remedy = remedy;
  }
}
