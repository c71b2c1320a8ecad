/** What the page in sight is called, for the window's title. */
export interface PageTitle {
  readonly text: string;
  /** It begins with a name, which keeps its letters as they are wherever it stands. */
  readonly named: boolean;
}

let shown = $state.raw<PageTitle>({ text: '', named: false });

export const pageTitle = {
  get shown(): PageTitle {
    return shown;
  },
  show(text: string, { named = false } = {}): void {
    shown = { text, named };
  },
};
