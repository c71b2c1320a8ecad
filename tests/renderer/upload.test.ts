import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import { uploadTo } from '../../src/renderer/src/upload.ts';

describe('sending a picture', () => {
  let server: Server;
  let address = '';
  let asked = '';

  before(async () => {
    server = createServer((request, response) => {
      asked = request.url ?? '';
      request.resume();
      const fine = !asked.startsWith('/large');
      response.writeHead(fine ? 200 : 413);
      response.end(fine ? JSON.stringify({ path: '/copies/a.jpg' }) : 'A picture may have 100 MB at most.');
    });
    await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  });
  after(() => new Promise((go) => server.close(go)));

  it('answers where the copy lies', async () => {
    assert.equal(await uploadTo(`${address}/uploads`, new Blob(['x']), 'a & b.jpg'), '/copies/a.jpg');
    assert.equal(asked, '/uploads?name=a%20%26%20b.jpg');
  });

  it('says why it was refused', async () => {
    await assert.rejects(uploadTo(`${address}/large`, new Blob(['x']), 'a.jpg'), /100 MB/);
  });

  it('says that the host is gone', async () => {
    const gone = uploadTo('http://127.0.0.1:1/uploads', new Blob(['x']), 'a.jpg');
    await assert.rejects(gone, (error) => error instanceof PawlabError && error.code === 'host-lost');
  });
});
