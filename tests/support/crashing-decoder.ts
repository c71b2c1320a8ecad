/** A decoding process that dies, as a fault in native code would make it, when it comes to a picture named `crash`. */
import files from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { statSync } = files;
Object.assign(files, {
  statSync: (path: string) => {
    if (path.includes('crash')) process.kill(process.pid, 'SIGKILL');
    return statSync(path);
  },
});
syncBuiltinESMExports();

await import('../../src/engine-host/decoder.ts');
