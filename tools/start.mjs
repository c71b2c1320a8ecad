/** `npm start`: the studio in its window; where there can be none, in a browser. Arguments: a folder to open. */
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { electronProgram, noDisplay } from './setup/electron.mjs';
import { exitWith } from './setup/failure.mjs';
import { launch } from './setup/launch.mjs';
import { createLog } from './setup/log.mjs';
import { projectRoot } from './setup/paths.mjs';
import { setUp } from './setup.mjs';

async function start(args) {
  const log = createLog();
  const { node, environment } = await setUp({ log });
  await buildIfStale(node, log);
  const env = { ...process.env, ...environment };
  // With it, Electron would be a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  const hindrance = noDisplay(env);
  const program = hindrance ? null : await electronProgram(projectRoot, node, log);
  if (program) return launch(program, [projectRoot, ...sandbox(log), ...absolute(args)], { cwd: projectRoot, env });
  log.line(
    `${hindrance ?? "Electron's runtime is not here and could not be fetched"}: Pawlab runs in a browser instead.`,
  );
  const page = ['--disable-warning=ExperimentalWarning', path.join(projectRoot, 'src', 'cli', 'main.ts'), 'serve'];
  return launch(node, [...page, ...(hindrance ? [] : ['--open'])], { cwd: projectRoot, env });
}

/** Chromium refuses to start as root in its sandbox. */
function sandbox(log) {
  if (process.platform !== 'linux' || process.getuid() !== 0) return [];
  log.line('Running as root, where Chromium has no sandbox: the window starts without it (--no-sandbox).');
  return ['--no-sandbox'];
}

/** What a person typed is relative to where they typed it. */
const absolute = (args) =>
  args.map((name) => (name.startsWith('-') ? name : path.resolve(process.env.INIT_CWD ?? process.cwd(), name)));

process.exitCode = await start(process.argv.slice(2)).catch(exitWith);
