import { SetUpFailure } from './failure.mjs';

const pick = (words) => words[process.platform] ?? words.linux;

const again = 'then run "npm run setup"';

/** What can be missing, and how to get it on the platform at hand. */
export const missing = {
  python: (version) =>
    new SetUpFailure(
      version ? `no Python ${version} with pip was found` : 'no Python 3 with pip was found',
      pick({
        linux: `Install it (Debian, Ubuntu: sudo apt install python3-pip; Fedora: sudo dnf install python3-pip), ${again}`,
        darwin: `Install it (xcode-select --install), ${again}`,
        win32: `Install it (winget install Python.Python.${version ?? '3.11'}), ${again}`,
      }),
    ),
  compiler: () =>
    new SetUpFailure(
      'no C++ compiler was found',
      pick({
        linux: `Install one (Debian, Ubuntu: sudo apt install g++; Fedora: sudo dnf install gcc-c++), ${again}`,
        darwin: `Install one (xcode-select --install), ${again}`,
        win32: `Install Visual Studio Build Tools with C++, open its "x64 Native Tools" prompt, ${again}`,
      }),
    ),
  platform: () =>
    new SetUpFailure(`TensorFlow has no build for ${process.platform} ${process.arch}`, 'There is nothing to install'),
  space: (folder, bytes) =>
    new SetUpFailure(
      `it needs ${(bytes / 1e9).toFixed(1)} GB of free disk in ${folder}`,
      `Free some space or set PAWLAB_CACHE to another disk, ${again}`,
    ),
};

/** pip's failure in one line; the reason is pip's own last error. */
export function downloadFailure(row, output) {
  const reason = lastLine(output, /^ERROR:/) ?? 'pip gave no reason';
  if (/do not match the hashes/i.test(output)) {
    return new SetUpFailure(
      `the ${row.package} ${row.version} that was downloaded is not the pinned file (its hash differs)`,
      `Check the package index or proxy that pip uses, ${again}`,
    );
  }
  return new SetUpFailure(
    `pip could not download ${row.package} ${row.version}: ${reason}`,
    `Check the network, the proxy and pip's package index, ${again}`,
  );
}

export const buildFailure = (what, output) =>
  new SetUpFailure(
    `${what} failed: ${lastLine(output, /error|cannot|fatal/i) ?? 'no reason was given'}`,
    `Mend it, ${again}`,
  );

function lastLine(output, pattern) {
  const lines = output.split('\n').filter((line) => pattern.test(line));
  return lines
    .at(-1)
    ?.replace(/^ERROR:\s*/, '')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 250);
}
