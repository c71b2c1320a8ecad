/** Answers of one line, for whoever asked for a file and gets none. */
export const inWords = (status: number, text: string): Response =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
