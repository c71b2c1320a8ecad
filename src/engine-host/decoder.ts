/** Entry of a decoding process. */
import { serveDecoding } from '../adapters/pictures/decoding-server.ts';
import { warp } from '../engine/augmentation/warp.ts';

serveDecoding((pixels, { height, width }, transform) => {
  const warped = new Uint8Array(pixels.length);
  warp({ pixels, offset: 0 }, { pixels: warped, offset: 0 }, height, width, transform);
  return warped;
});
