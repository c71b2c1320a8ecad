/** Decisions about addresses. Each takes what an attacker may send: nothing throws, and whatever isn't known is refused. */
export const ourScheme = 'app';
export const ourHost = 'pawlab';
export const pageAddress = `${ourScheme}://${ourHost}/index.html`;

/**
 * Whether an address is one of our page. Text comparison would take `app://pawlab.evil/` or `app://pawlab@evil/` for ours, so
 * the parts are compared.
 */
export function isOurs(address: string): boolean {
  const url = parsed(address);
  return url !== null && url.protocol === `${ourScheme}:` && url.host === ourHost && isPlain(url);
}

/** Whether a link may be handed to the system's browser. `file:`, `smb:` or a program's own scheme would start something else. */
export function mayOpenOutside(address: string): boolean {
  const url = parsed(address);
  return url !== null && url.protocol === 'https:' && url.hostname !== '' && isPlain(url);
}

/** A name in front of the host makes an address look like another's. */
const isPlain = ({ username, password }: URL): boolean => username === '' && password === '';

const parsed = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);

export interface Sender {
  /** Empty where its frame is gone. */
  readonly address: string;
  readonly isMainFrame: boolean;
  /** Its contents are those of a window that this program opened. */
  readonly isOurWindow: boolean;
}

/**
 * Whether to hear a message from a page. A frame that a page holds, a window that somebody else opened, and a page that was led
 * elsewhere all have the same channel; only the main frame of our window, showing our page, may use it.
 */
export const isTrusted = ({ address, isMainFrame, isOurWindow }: Sender): boolean =>
  isOurWindow && isMainFrame && isOurs(address);
