#!/usr/bin/env node
/** The launcher: makes everything that is missing, then runs the program on the bundled Node. */
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { exitWith } from './setup/failure.mjs';
import { launch } from './setup/launch.mjs';
import { projectRoot } from './setup/paths.mjs';
import { setUp } from './setup.mjs';

const scriptsOfOurs = ['pawlab', 'demo', 'serve'];

/** npm runs scripts in the project's folder; paths that a person types are relative to where they typed them. */
function callersFolder({ npm_lifecycle_event: script, INIT_CWD: folder }) {
  return scriptsOfOurs.includes(script) && folder && process.cwd() === projectRoot ? folder : process.cwd();
}

const { node, environment } = await setUp().catch(exitWith);
if (process.argv[2] === 'serve') await buildIfStale(node).catch(exitWith);
process.exitCode = await launch(
  node,
  ['--disable-warning=ExperimentalWarning', path.join(projectRoot, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)],
  { cwd: callersFolder(process.env), env: { ...process.env, ...environment } },
).catch(exitWith);
