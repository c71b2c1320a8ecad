/** What a window may be asked to be. */
import { accept, lacks, requireKnown } from './refusing.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
}

export interface WindowOptions extends Partial<Bounds> {
  readonly show?: boolean;
  readonly webPreferences?: WebPreferences;
}

const taken = ['x', 'y', 'width', 'height', 'show', 'webPreferences'];
const ineffective = ['minWidth', 'minHeight', 'backgroundColor', 'title', 'icon', 'autoHideMenuBar'];
const preferences = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'webviewTag',
  'spellcheck',
  'devTools',
];
export function checkOptions(options: object, webPreferences: WebPreferences): void {
  requireKnown('BrowserWindow', options, [...taken, ...ineffective]);
  for (const name of ineffective) if (name in options) accept(`BrowserWindow { ${name} }`);
  requireKnown('webPreferences', webPreferences, preferences);
  const { sandbox = true, contextIsolation = true, nodeIntegration = false } = webPreferences;
  if (!sandbox || !contextIsolation || nodeIntegration) lacks('a window without sandbox and isolation');
}
