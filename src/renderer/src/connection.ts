/** The page's one connection to its host. */
import type { Bridge, DesktopApi } from '../../contract/host.ts';
import { createLink } from './link.ts';
import { overBridge, overSocket, socketAddress } from './openers.ts';
import { uploadTo } from './upload.ts';

declare global {
  interface Window {
    /** Only in the desktop's window. */
    readonly pawlab?: Bridge;
  }
}

const bridge = window.pawlab ?? null;

const link = createLink(
  bridge === null ? overSocket(socketAddress(document.baseURI)) : overBridge(bridge),
  (run, milliseconds) => window.setTimeout(run, milliseconds),
);

export const { studio, host, onStudioEvent, onHostEvent } = link;

/** null: this host has no dialogs and no file manager. */
export const desktop: DesktopApi | null = bridge === null ? null : link.desktop;

export const linkState = link.state;
export const onLinkState = link.onState;

/** Whether the server knows this page no longer: it was started anew, with another token. */
export async function isRefused(): Promise<boolean> {
  if (bridge !== null) return false;
  const answer = await fetch(document.baseURI, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  return answer?.status === 401;
}

/** Of a dropped or chosen file or folder; empty where the host doesn't tell. */
export const pathOf = (file: File): string => bridge?.pathOf(file) ?? '';

/** The path at which the engine finds a picture that the page has: a file's own on this machine, else that of an uploaded copy. Throws PawlabError. */
export async function uploadPicture(file: Blob, name: string): Promise<string> {
  const path = file instanceof File ? pathOf(file) : '';
  return path === '' ? uploadTo('uploads', file, name) : path;
}
