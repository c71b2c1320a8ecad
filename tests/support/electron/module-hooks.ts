/** Lets `import 'electron'` and `require('electron')` find the stand-in's module. */
import { registerHooks } from 'node:module';
import { exportNames } from './export-names.ts';

const names: ReadonlySet<string> = new Set(['electron', 'electron/main', 'electron/common']);
const address = 'standin:electron';
const commonJs = new URL('./electron.cjs', import.meta.url).href;
const shared = Symbol.for('pawlab.standin.electron');

export function provideElectron(electron: object): void {
  Reflect.set(globalThis, shared, electron);
  const exported = exportNames.map((name) => `export const ${name} = electron.${name};`);
  const source = `const electron = globalThis[Symbol.for('pawlab.standin.electron')];\n${exported.join('\n')}\nexport default electron;`;
  registerHooks({
    resolve(specifier, context, next) {
      if (!names.has(specifier)) return next(specifier, context);
      const required = context.conditions.includes('require');
      return required
        ? { url: commonJs, format: 'commonjs', shortCircuit: true }
        : { url: address, format: 'module', shortCircuit: true };
    },
    load(url, context, next) {
      return url === address ? { format: 'module', source, shortCircuit: true } : next(url, context);
    },
  });
}
