/** A page in Chromium: the preload script in a world of its own, messages there and back, and what becomes of it. */
import { toChromium, toProgram } from './addresses.ts';
import type { Cdp, CdpSession } from './cdp.ts';
import { answerFilePaths } from './file-paths.ts';
import { bindingName, mainWorldScript, preloadScript, receiving, worldName } from './page/scripts.ts';
import { decode } from './page/codec.ts';
import { lacks } from './refusing.ts';

export interface PageOptions {
  readonly width: number;
  readonly height: number;
  /** The preload script's text. */
  readonly preload: string;
}

export interface PageHooks {
  onMessage(channel: string, args: readonly unknown[]): void;
  /** Whether the page may go there. */
  mayGo(address: string): boolean;
  onOpen(address: string): void;
  onLoaded(): void;
  onCrashed(): void;
  onGone(): void;
}

export interface StandInPage {
  readonly target: string;
  address(): string;
  goTo(address: string): Promise<void>;
  reload(): Promise<unknown>;
  tell(channel: string, args: readonly unknown[]): void;
  crash(): void;
  close(): Promise<unknown>;
}

export async function openPage(cdp: Cdp, options: PageOptions, hooks: PageHooks): Promise<StandInPage> {
  const { targetId: target } = await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: target, flatten: true });
  const session = cdp.session(sessionId);
  const state = { address: 'about:blank', asked: '', world: null as string | null };
  cdp.on('Target.targetCrashed', ({ targetId }) => targetId === target && hooks.onCrashed());
  cdp.on('Target.targetDestroyed', ({ targetId }) => targetId === target && hooks.onGone());
  followWorld(session, state);
  followAddress(session, state, hooks);
  answerFilePaths(session);
  session.on('Runtime.bindingCalled', ({ payload }) => hear(payload, hooks));
  await prepare(session, options);
  return {
    target,
    address: () => state.address,
    async goTo(address) {
      state.asked = toChromium(address);
      const { errorText } = await session.send('Page.navigate', { url: state.asked });
      if (errorText !== undefined) throw new Error(`${errorText} loading '${address}'`);
    },
    reload: () => session.send('Page.reload'),
    tell(channel, args) {
      if (state.world === null) return;
      const expression = receiving(channel, args);
      session.send('Runtime.evaluate', { expression, uniqueContextId: state.world }).catch(() => undefined);
    },
    crash: () => void session.send('Page.crash').catch(() => undefined),
    close: () => cdp.send('Target.closeTarget', { targetId: target }).catch(() => undefined),
  };
}

interface PageState {
  address: string;
  /** Where the program itself sent it. */
  asked: string;
  /** The preload script's world, while there is one. */
  world: string | null;
}

async function prepare(session: CdpSession, { width, height, preload }: PageOptions): Promise<void> {
  await session.send('Page.enable');
  await sizeWindow(session, width, height);
  await session.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(preload), worldName });
  await session.send('Runtime.enable');
  await session.send('Debugger.enable');
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
}

/** The size of the page: a headless window has a frame of its own. */
async function sizeWindow(session: CdpSession, width: number, height: number): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget');
  const { result } = await session.send('Runtime.evaluate', { expression: 'outerHeight - innerHeight' });
  const bounds = { width, height: height + Number(result.value) };
  await session.send('Browser.setWindowBounds', { windowId, bounds });
}

function followWorld(session: CdpSession, state: PageState): void {
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === worldName) state.world = context.uniqueId;
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextUniqueId }) => {
    if (state.world === executionContextUniqueId) state.world = null;
  });
  session.on('Runtime.executionContextsCleared', () => (state.world = null));
}

function followAddress(session: CdpSession, state: PageState, hooks: PageHooks): void {
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) state.address = toProgram(frame.url);
  });
  session.on('Page.loadEventFired', () => hooks.onLoaded());
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    const address = toProgram(request.url);
    const own = request.url === state.asked || address === state.address;
    const going =
      own || hooks.mayGo(address)
        ? session.send('Fetch.continueRequest', { requestId })
        : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    going.catch(() => undefined);
  });
}

interface Told {
  readonly kind: 'message' | 'open' | 'lacks';
  readonly channel: string;
  readonly args: unknown;
  readonly address: string;
  readonly name: string;
}

function hear(payload: string, hooks: PageHooks): void {
  const { kind, channel, args, address, name } = JSON.parse(payload) as Told;
  if (kind === 'message') hooks.onMessage(channel, decode(args) as unknown[]);
  else if (kind === 'open') hooks.onOpen(toProgram(address));
  else lacks(name);
}
