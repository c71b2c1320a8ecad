/** What a picture's name says about its kind. The first ending is the usual one. */
const endings: Readonly<Record<string, readonly string[]>> = {
  JPEG: ['jpg', 'jpeg', 'jpe', 'jfif'],
  PNG: ['png', 'apng'],
  GIF: ['gif'],
  WebP: ['webp'],
  TIFF: ['tif', 'tiff'],
  AVIF: ['avif'],
  HEIC: ['heic', 'heif'],
  BMP: ['bmp'],
};

const kindOf = new Map(Object.entries(endings).flatMap(([kind, names]) => names.map((name) => [name, kind])));

/** Whether a file is named as another kind of picture than it is; an ending that says nothing about pictures is no lie. */
export function namedOtherwise(path: string, format: string): boolean {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const named = kindOf.get(ending);
  return named !== undefined && named !== format;
}

/** With its dot. */
export const endingOf = (format: string): string => `.${endings[format]?.[0] ?? format.toLowerCase()}`;
