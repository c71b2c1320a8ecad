/** What a grid shows of one picture. */
export interface ThumbItem {
  readonly src: string;
  /** The file's name. */
  readonly name: string;
  /** Stands on the picture, and after its name where it is read out. */
  readonly note?: string;
  readonly faded?: boolean;
}
