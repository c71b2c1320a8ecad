import fs from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';

/**
 * For `node --test`: a line per test file, every failure in full and every skip with its reason at the end. The counts
 * go to the file that PAWLAB_TEST_COUNTS names, so that whoever ran the tests can add its own checks to them.
 */
export default async function* report(events) {
  const run = { files: new Map(), skips: [], failures: [], counts: { passed: 0, failed: 0, skipped: 0 } };
  let current = null;
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') fileOf(run, data).output += data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const file = fileOf(run, data);
    if (current && current !== file) yield fileLine(current);
    current = file;
    record(run, file, type, data);
  }
  if (current) yield fileLine(current);
  for (const failure of run.failures) yield failureText(failure);
  for (const { file, name, reason } of run.skips) yield `skipped  ${file.name}: ${name}: ${reason}\n`;
  if (process.env.PAWLAB_TEST_COUNTS) fs.writeFileSync(process.env.PAWLAB_TEST_COUNTS, JSON.stringify(run.counts));
}

function fileOf({ files }, { file: location, name }) {
  const key = location ?? name;
  if (!files.has(key))
    files.set(key, { name: path.relative('', key), key, tests: 0, failed: 0, milliseconds: 0, output: '' });
  return files.get(key);
}

function record(run, file, type, data) {
  const { name, details, nesting, skip, todo } = data;
  const error = details.error;
  if (nesting === 0) file.milliseconds += details.duration_ms;
  const left = skip ?? todo;
  if (left !== undefined && left !== false) {
    run.counts.skipped += 1;
    run.skips.push({ file, name, reason: typeof left === 'string' && left ? left : 'no reason given' });
  } else if (type === 'test:fail') {
    // A parent of failed tests fails with them; it is counted where it fails by itself.
    if (error?.failureType === 'subtestsFailed') return;
    fail(run, file, name, error);
  } else if (isFileItself(data)) {
    fail(run, file, name, { cause: 'This file holds no test.' });
  } else if (details.type !== 'suite') {
    run.counts.passed += 1;
    file.tests += 1;
  }
}

/** node:test reports a file as one passed test when nothing in it is a test. */
const isFileItself = ({ name, nesting, file }) => nesting === 0 && file !== undefined && path.resolve(name) === file;

function fail(run, file, name, error) {
  run.counts.failed += 1;
  file.failed += 1;
  run.failures.push({ file, name, error });
}

function fileLine({ name, tests, failed, milliseconds }) {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  return failed > 0
    ? `FAILED   ${name}: ${failed} of ${tests + failed} (${seconds})\n`
    : `ok       ${name}: ${tests} (${seconds})\n`;
}

function failureText({ file, name, error }) {
  const cause = error?.cause ?? error;
  const end = error?.signal ? ` (ended by ${error.signal})` : error?.exitCode ? ` (exit code ${error.exitCode})` : '';
  const words = typeof cause === 'string' ? cause : inspect(cause, { depth: 5 });
  const output = file.output.trim();
  file.output = ''; // Once per file.
  return [
    `\nFAILED   ${file.name}: ${name === file.key ? 'the whole file' : name}${end}`,
    indent(words),
    ...(output ? ['  What the file printed:', indent(output)] : []),
    '',
  ].join('\n');
}

const indent = (text) => text.replace(/^/gm, '    ');
