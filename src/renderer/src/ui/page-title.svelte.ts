/** What the page in sight is called, for the window's title, and its heading, for the focus. */
let title = $state('');

export const pageTitle = {
  get text(): string {
    return title;
  },
  set text(text: string) {
    title = text;
  },
};
