/** What stands in the marks of classes: the same everywhere, so that a class is known by its mark. */

/** The letters and digits of a name, in capitals. */
const lettersOf = (name: string): readonly string[] =>
  Array.from(new Intl.Segmenter().segment(name.toLocaleUpperCase()), ({ segment }) => segment).filter((letter) =>
    /[\p{L}\p{N}]/u.test(letter),
  );

/**
 * A letter for each class: of the first place in their names where no two have the same. Where there is no such place
 * their numbers, from 1.
 */
export function classLetters(names: readonly string[]): readonly string[] {
  const letters = names.map(lettersOf);
  const places = Math.min(...letters.map((word) => word.length));
  for (let place = 0; place < places && names.length > 0; place += 1) {
    const candidates = letters.flatMap((word) => word[place] ?? []);
    if (new Set(candidates).size === names.length) return candidates;
  }
  return names.map((_, index) => String(index + 1));
}

/** Colors and shapes there are; the ninth class looks like the first, with another letter. */
const looks = 8;

/** 1 to 8, of a class's number from 0. */
export const lookOf = (index: number): number => (index % looks) + 1;
