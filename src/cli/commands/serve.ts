import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { startServer, type RunningServer } from '../../server/server.ts';
import { exit } from '../follow.ts';
import { interrupts } from '../interrupts.ts';
import { jsonOption } from '../options.ts';

interface ServeOptions {
  readonly port?: number;
  readonly open?: true;
  readonly json: boolean;
}

const fileOf = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export function serveCommand(ended: (exitCode: number) => void): Command {
  return new Command('serve')
    .description('show Pawlab in a browser on this computer, until Ctrl-C')
    .option('--port <number>', 'listen on this port (default: 7295, or any free one where it is taken)', portNumber)
    .option('--open', 'open the browser')
    .addOption(jsonOption())
    .action(async (options: ServeOptions) => ended(await serveUntilInterrupted(options)));
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}

async function serveUntilInterrupted({ port, open, json }: ServeOptions): Promise<number> {
  const server = await start(port ?? null);
  if (typeof server === 'string') {
    process.stderr.write(`${server}\n`);
    return exit.failed;
  }
  const { address } = server;
  process.stdout.write(
    json
      ? `${JSON.stringify({ type: 'serving', address, port: server.port })}\n`
      : `Pawlab is at ${address}\nCtrl-C ends it; a training that runs is saved.\n`,
  );
  if (open) openInBrowser(address);
  await interrupted();
  process.stderr.write('Ending; what runs is saved. Ctrl-C once more ends it at once.\n');
  await server.close();
  return exit.fine;
}

/** The server, or why there is none. */
async function start(port: number | null): Promise<RunningServer | string> {
  try {
    return await startServer({
      port,
      engine: {
        node: process.env['PAWLAB_NODE'] ?? process.execPath,
        entry: fileOf('src/engine-host/main.ts'),
        environment: process.env,
        log: (text) => void process.stderr.write(`${text}\n`),
      },
      page: fileOf('out/renderer'),
      onBug: (error) => console.error(error),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') return `Another program uses port ${String(port)}. Choose another, or leave --port out.`;
    if (code === 'EACCES') return `The system allows no listening on port ${String(port)}. Choose one above 1023.`;
    throw error;
  }
}

/** Resolves on Ctrl-C or a request to end; a second one ends the process. */
function interrupted(): Promise<void> {
  const tell = interrupts(() => performance.now());
  return new Promise((resolve) => {
    const hear = (): void => {
      if (tell() === 'again') process.exit(exit.interrupted);
      resolve();
    };
    process.on('SIGINT', hear);
    process.on('SIGTERM', hear);
  });
}

/** Who has no browser here has the address. */
function openInBrowser(address: string): void {
  const [program = '', ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open'];
  const browser = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
  browser.on('error', () => process.stderr.write('No browser could be opened: open the address yourself.\n'));
  browser.unref();
}
