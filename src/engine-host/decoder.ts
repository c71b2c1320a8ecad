/** Entry of a decoding process. */
import { serveDecoding } from '../adapters/pictures/decoding-server.ts';

serveDecoding();
