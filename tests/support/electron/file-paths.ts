import type { CdpSession } from './cdp.ts';

/** Answers the preload script's question for a file's path, for which its page stands still in the debugger. */
export function answerFilePaths(session: CdpSession): void {
  session.on('Debugger.paused', ({ callFrames }) => {
    const callFrameId = callFrames[0]?.callFrameId ?? '';
    answer(session, callFrameId)
      .catch(() => undefined)
      .finally(() => session.send('Debugger.resume').catch(() => undefined));
  });
}

async function answer(session: CdpSession, callFrameId: string): Promise<void> {
  const { result } = await session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression: 'held.file' });
  if (result.objectId === undefined) return;
  const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId });
  const expression = `held.path = ${JSON.stringify(path)}`;
  await session.send('Debugger.evaluateOnCallFrame', { callFrameId, expression });
}
