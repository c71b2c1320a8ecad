/** What to do where a part of Pawlab is missing or damaged; `command` mends it in a copy of the source. */
export const again = (command: string): string => `Install Pawlab again, or run \`${command}\` in its folder.`;
