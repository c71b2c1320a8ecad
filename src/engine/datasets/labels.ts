/** English plurals in `s` that are words of their own. */
const singularInS = /(ss|us|is|series|species|glasses|scissors|news)$/i;
const rules: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{2}[^aeiou\W\d_])ies$/i, 'y'],
  [/(?<=ch|sh|x|ss|zz)es$/i, ''],
  [/(?<=[a-z]{2})s$/i, ''],
];

/**
 * The label that people read for a class: its folder's name in the singular (cats → cat), the name itself where it isn't
 * an English plural. A guess that a person can correct.
 */
export function defaultLabel(className: string): string {
  if (singularInS.test(className)) return className;
  const rule = rules.find(([ending]) => ending.test(className));
  return rule === undefined ? className : className.replace(rule[0], rule[1]);
}

/** Labels of all classes: the given ones, the defaults for the rest. */
export function labelsOf(classes: readonly string[], given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(classes.map((name) => [name, given[name] ?? defaultLabel(name)]));
}
