import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

/** What a line of `--json` holds; tests look at the fields of the type they ask for. */
export type Line = Readonly<Record<string, unknown>> & { readonly type: string };

type Environment = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly lines: readonly Line[];
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

const parsed = (stdout: string): Line[] =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

/** Starts the command line in a process of its own, with projects and caches in `home`; `onLine` sees JSON lines as they come. */
export function startPawlab(
  home: string,
  args: readonly string[],
  onLine: (line: Line, child: ChildProcess) => void = () => undefined,
  environment: Environment = {},
): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: {
      ...process.env,
      PAWLAB_HOME: join(home, 'Pawlab'),
      PAWLAB_CACHE: join(home, 'cache'),
      PAWLAB_DATA: join(home, 'data'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let seen = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    const lines = parsed(stdout.slice(0, stdout.lastIndexOf('\n') + 1));
    for (const line of lines.slice(seen)) onLine(line, child);
    seen = lines.length;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, lines: parsed(stdout), stdout, stderr }));
  });
  return { child, ended };
}

/** Runs a command to its end. */
export const pawlab = (home: string, ...args: string[]): Promise<Ended> => startPawlab(home, args).ended;

/** The same in an environment that differs. */
export const pawlabIn = (home: string, environment: Environment, ...args: string[]): Promise<Ended> =>
  startPawlab(home, args, undefined, environment).ended;

/** The lines of one type. */
export const linesOf = ({ lines }: Ended, type: string): readonly Line[] => lines.filter((line) => line.type === type);

/** The one line of a type; throws where there isn't exactly one, showing what the command said. */
export function lineOf(ended: Ended, type: string): Line {
  const [line, ...more] = linesOf(ended, type);
  if (line === undefined || more.length > 0) {
    throw new Error(
      `${more.length + (line === undefined ? 0 : 1)} lines of ${type}:\n${ended.stdout}\n${ended.stderr}`,
    );
  }
  return line;
}
