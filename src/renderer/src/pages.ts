/** The pages, in the order of the rail, and where they stand in the address. */
export const pages = ['welcome', 'data', 'train', 'predict', 'runs'] as const;
export type Page = (typeof pages)[number];

/** Those of a project, in the order shown: the digits of their shortcuts follow it. */
export const steps = pages.filter((page) => page !== 'welcome');
export type Step = Exclude<Page, 'welcome'>;

/** null: the address names no page. */
export const pageIn = (hash: string): Page | null => pages.find((page) => hash === `#/${page}`) ?? null;

export const hashOf = (page: Page): string => `#/${page}`;

/** null: it is no project's page. */
export const stepOf = (page: Page): Step | null => (page === 'welcome' ? null : page);
