/** Draws text from stdin as a terminal window, an SVG on stdout: `… | node tools/terminal-picture.mjs "the command"`. */
import os from 'node:os';
import { text } from 'node:stream/consumers';

const size = 13;
const [advance, leading, margin, bar] = [size * 0.602, size * 1.5, 20, 36];

const escaped = (line) => line.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);

const output = (await text(process.stdin)).replaceAll(os.homedir(), '~').trimEnd();
const lines = [`$ ${process.argv[2] ?? ''}`, ...output.split('\n')];
const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * advance + 2 * margin);
const height = Math.ceil(bar + lines.length * leading + margin);
const rows = lines.map((line, row) => {
  const color = row === 0 ? '#7fd1c4' : '#e6e9e8';
  return `<text x="${margin}" y="${(bar + (row + 0.75) * leading).toFixed(1)}" fill="${color}">${escaped(line)}</text>`;
});
const lights = ['#e2695f', '#e0b04c', '#6bb36b'].map(
  (color, at) => `<circle cx="${margin + at * 18}" cy="18" r="5.5" fill="${color}"/>`,
);

process.stdout
  .write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" rx="10" fill="#1c2423"/>
${lights.join('')}
<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${size}" xml:space="preserve">
${rows.join('\n')}
</g>
</svg>
`);
