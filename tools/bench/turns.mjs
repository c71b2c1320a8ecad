import { median } from './command.mjs';

/**
 * Lets contestants take turns, so that whatever else slows the machine down slows all of them down.
 * @param {number} turns
 * @param {Record<string, (() => Promise<number>) | null>} contestants each measures itself once; null takes no part
 * @param {(name: string, value: number) => void} onTurn
 * @returns {Promise<Record<string, { median: number, min: number } | null>>}
 */
export async function takeTurns(turns, contestants, onTurn = () => {}) {
  const names = Object.keys(contestants).filter((name) => contestants[name]);
  const values = Object.fromEntries(names.map((name) => [name, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const name of names) {
      const value = await contestants[name]();
      onTurn(name, value);
      values[name].push(value);
    }
  }
  return Object.fromEntries(Object.keys(contestants).map((name) => [name, summary(values[name])]));
}

const summary = (values) => (values ? { median: median(values), min: Math.min(...values) } : null);
