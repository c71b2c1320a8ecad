/** A box of crayons. Cats and dogs share every color in it, so that color tells nothing. */
export interface Fur {
  readonly base: string;
  /** Belly, muzzle, cheeks. */
  readonly light: string;
  /** Markings, ears. */
  readonly dark: string;
  /** Outlines: dark on light fur, lighter on black. */
  readonly ink: string;
}

export const furs: readonly Fur[] = [
  { base: '#e8923c', light: '#fbe3c0', dark: '#b8621b', ink: '#54280c' },
  { base: '#8a8f98', light: '#d9dce0', dark: '#565b64', ink: '#26282c' },
  { base: '#8c5a35', light: '#dcbb94', dark: '#5a3519', ink: '#2a1607' },
  { base: '#3b3a3f', light: '#a9a8ae', dark: '#1f1e22', ink: '#0c0b0e' },
  { base: '#f4f0e6', light: '#ffffff', dark: '#c9bfa8', ink: '#4a443a' },
  { base: '#ecd08f', light: '#fff6dc', dark: '#c59d4b', ink: '#5c4415' },
  { base: '#c9a184', light: '#f3e2d3', dark: '#8d6449', ink: '#3d2818' },
  { base: '#6f9bd1', light: '#d5e4f5', dark: '#3f6aa3', ink: '#1c2f4d' },
  { base: '#b287c9', light: '#ecdcf4', dark: '#7d5297', ink: '#382146' },
  { base: '#e79ab0', light: '#fbe2e8', dark: '#bb5f7b', ink: '#5a2233' },
  { base: '#8dbb6b', light: '#e0f0d2', dark: '#577f39', ink: '#26391a' },
  { base: '#d65f4a', light: '#f8d6cd', dark: '#97331f', ink: '#45140b' },
];

/** Things, collars, balls. */
export const crayons: readonly string[] = [
  '#d8342c',
  '#f2a71b',
  '#f5dd42',
  '#5aa845',
  '#2c7fb8',
  '#7b4fa0',
  '#ea7fa5',
  '#8a5a33',
  '#f7f3ea',
  '#45454a',
  '#4fb9af',
];

export const papers: readonly string[] = [
  '#fdfaf0',
  '#f3e3c3',
  '#d6e8f2',
  '#f6d9dc',
  '#dfeccd',
  '#e4dbee',
  '#c9ccd1',
  '#f9eaa8',
  '#a8c7bd',
  '#d9b08c',
];

export const noses: readonly string[] = ['#e58a94', '#3a2a26', '#6b4436', '#1f1c20'];
export const irises: readonly string[] = ['#8cc152', '#f0b429', '#5aa9d6', '#8a5a33', '#ffffff'];
