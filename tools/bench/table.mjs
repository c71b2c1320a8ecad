/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} measured ours
 * @property {string} [against] what it is compared with
 * @property {number | null} [ratio] ours over theirs
 * @property {string} asked empty where it is shown for information
 * @property {boolean | null} met null: shown for information, or not measured
 */

/**
 * A row that compares ours with a rival's; without a rival it names the option that brings one.
 * @param {string} what
 * @param {{ own: number, rival: number | null, name: string, option: string, atMost: number, asked?: string,
 *   show: (value: number, who: 'own' | 'rival') => string }} figures atMost: of the rival's; null: for information
 * @returns {Row}
 */
export function comparison(what, { own, rival, name, option, atMost, asked, show }) {
  const measured = show(own, 'own');
  const wish = asked ?? (atMost === null ? '' : `at most ${atMost} of ${name}'s`);
  if (rival === null) return { what, measured, against: `not measured: ${option}`, asked: wish, met: null };
  const ratio = own / rival;
  const met = atMost === null ? null : ratio <= atMost;
  return { what, measured, against: `${name} ${show(rival, 'rival')}`, ratio, asked: wish, met };
}

/**
 * Markdown, aligned so that it reads well in a terminal too; what is for information comes last.
 * @param {Row[]} rows
 */
export function table(rows) {
  const ordered = [...rows.filter(({ asked }) => asked), ...rows.filter(({ asked }) => !asked)];
  const cells = ordered.map(({ what, measured, against, ratio, asked, met }) => [
    what,
    measured,
    against ?? '',
    typeof ratio === 'number' ? ratio.toFixed(2) : '–',
    asked,
    met === null ? '–' : met ? 'met' : 'MISSED',
  ]);
  const lines = [['what', 'Pawlab', 'against', 'ratio', 'asked', ''], ...cells];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
  return [text[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...text.slice(1)].join('\n');
}
