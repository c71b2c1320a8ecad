/** Kinds of file, told by their first bytes: what libvips can't open gets a reason that names it. */
interface Kind {
  readonly name: string;
  readonly offset: number;
  readonly magic: string;
  readonly readable: boolean;
}

const kind = (name: string, magic: string, options: { offset?: number; readable?: boolean } = {}): Kind => ({
  name,
  magic,
  offset: options.offset ?? 0,
  readable: options.readable ?? false,
});

/** Signatures as the formats' own documents state them; the brand of an ISO media file stands at byte 8. */
const kinds: readonly Kind[] = [
  kind('JPEG', '\xff\xd8\xff', { readable: true }),
  kind('PNG', '\x89PNG\r\n\x1a\n', { readable: true }),
  kind('GIF', 'GIF8', { readable: true }),
  kind('WebP', 'WEBP', { offset: 8, readable: true }),
  kind('TIFF', 'II*\0', { readable: true }),
  kind('TIFF', 'MM\0*', { readable: true }),
  kind('AVIF', 'ftypavif', { offset: 4, readable: true }),
  kind('HEIC', 'ftyphei', { offset: 4 }),
  kind('HEIC', 'ftyphevc', { offset: 4 }),
  kind('HEIC', 'ftypmif1', { offset: 4 }),
  kind('BMP', 'BM'),
  kind('JPEG XL', '\xff\x0a'),
  kind('JPEG XL', 'JXL ', { offset: 4 }),
  kind('JPEG 2000', 'jP  ', { offset: 4 }),
  kind('Photoshop', '8BPS'),
  kind('Windows icon', '\0\0\x01\0'),
];

/** What the bytes say they are, or null. */
export function pictureKind(bytes: Uint8Array): Pick<Kind, 'name' | 'readable'> | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
  return kinds.find(({ magic, offset }) => start.startsWith(magic, offset)) ?? null;
}
