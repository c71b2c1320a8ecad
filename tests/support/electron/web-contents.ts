import { KnownEvents, lacks, only, preventable } from './refusing.ts';
import type { StandInPage } from './page.ts';

interface OpenDetails {
  readonly url: string;
}
type OpenHandler = (details: OpenDetails) => { readonly action: 'allow' | 'deny' };

/** What a window does for its contents. */
export interface ContentsOwner {
  page(): StandInPage | null;
  close(): void;
}

const events = ['will-navigate', 'render-process-gone', 'did-finish-load', 'destroyed'];
const never = ['unresponsive', 'will-attach-webview', 'context-menu', 'before-input-event', 'did-fail-load'];

export class StandInContents extends KnownEvents {
  readonly id: number;
  readonly mainFrame: { readonly url: string };
  private readonly owner: ContentsOwner;
  private handler: OpenHandler | null = null;
  private crashed = false;

  constructor(id: number, owner: ContentsOwner) {
    super('webContents', events, never);
    this.id = id;
    this.owner = owner;
    this.mainFrame = only('webFrameMain', {
      get url() {
        return owner.page()?.address() ?? '';
      },
    });
    return only('webContents', this);
  }

  getURL(): string {
    return this.owner.page()?.address() ?? '';
  }

  isDestroyed(): boolean {
    return this.owner.page() === null;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.owner.page()?.tell(channel, args);
  }

  reload(): void {
    this.crashed = false;
    this.owner.page()?.reload().catch(console.error);
  }

  close(): void {
    this.owner.close();
  }

  forcefullyCrashRenderer(): void {
    this.owner.page()?.crash();
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.handler = handler;
  }

  /** What Chromium calls its page. */
  target(): string | undefined {
    return this.owner.page()?.target;
  }

  // ---- From the page

  mayGo(url: string): boolean {
    const event = { ...preventable(), url, isMainFrame: true };
    this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  wouldOpen(url: string): void {
    if (this.handler === null) lacks('windows that a page opens');
    if (this.handler({ url }).action !== 'deny') lacks('windows that a page opens');
  }

  hasCrashed(): void {
    this.crashed = true;
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  }
}
