import { decode, encode } from './codec.ts';
import { isolatedWorld } from './isolated-world.ts';
import { mainWorld } from './main-world.ts';

export const worldName = 'Electron Isolated Context';
export const bindingName = 'standinTell';

export const mainWorldScript = `(${mainWorld.toString()})()`;

/** A preload script is CommonJS, of which a sandbox has one module: electron. It isn't run in frames. */
export const preloadScript = (preload: string): string => `if (self === top) {
${encode.toString()}
${decode.toString()}
const require = (${isolatedWorld.toString()})({ encode, decode, tell: (text) => ${bindingName}(text) });
const module = { exports: {} };
((require, module, exports) => {${preload}
})(require, module, module.exports);
}`;

/** Runs in the isolated world: what main sends arrives there. */
export const receiving = (channel: string, args: readonly unknown[]): string =>
  `globalThis.standinReceive(${JSON.stringify(channel)}, ${JSON.stringify(encode(args))})`;
