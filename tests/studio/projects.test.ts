import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestSource } from '../../src/contract/api.ts';
import { testFoldersBeside } from '../../src/studio/inspect-folder.ts';
import { openProject } from '../../src/studio/projects.ts';
import { memoryFolder } from '../support/memory-folders.ts';

const none: TestSource = { kind: 'none' };

function disk() {
  const files = new Map<string, string>();
  return { files, open: (path: string) => memoryFolder(path, files) };
}

const request = (training: string, more: object = {}) => ({ training, test: none, project: null, labels: {}, ...more });

test('a project is named after the data set, not after the split', async () => {
  const { open } = disk();
  const named = async (training: string): Promise<string> =>
    (await openProject(open, '/home/Pawlab', request(training))).folder.path;
  assert.equal(await named('/pictures/cats-dogs/training_data'), '/home/Pawlab/cats-dogs');
  assert.equal(await named('/pictures/flowers'), '/home/Pawlab/flowers');
  assert.equal(await named('/pictures/birds/train'), '/home/Pawlab/birds');
});

test('the same training folder has the same project, another of that name its own', async () => {
  const { open } = disk();
  const folderOf = async (training: string): Promise<string> =>
    (await openProject(open, '/home/Pawlab', request(training))).folder.path;
  assert.equal(await folderOf('/a/pets'), '/home/Pawlab/pets');
  assert.equal(await folderOf('/b/pets'), '/home/Pawlab/pets-2');
  assert.equal(await folderOf('/a/pets'), '/home/Pawlab/pets');
});

test('labels are remembered by the project and added to', async () => {
  const { open } = disk();
  await openProject(open, '/home', request('/a/pets', { labels: { cats: 'Katze' } }));
  const { record } = await openProject(open, '/home', request('/a/pets', { labels: { dogs: 'Hund' } }));
  assert.deepEqual(record.labels, { cats: 'Katze', dogs: 'Hund' });
});

test('a damaged project file is said and not overwritten', async () => {
  const { open, files } = disk();
  files.set('/home/pets/project.json', '{"version":1,');
  await assert.rejects(openProject(open, '/home', request('/a/pets')), {
    code: 'project-damaged',
    message: /project\.json in \/home\/pets/,
  });
  assert.equal(files.get('/home/pets/project.json'), '{"version":1,');
});

test('folders named like a test set are found beside the training folder', async () => {
  const { open, files } = disk();
  for (const name of ['training_set', 'test_set', 'validation', 'photos', 'testimonials'])
    files.set(`/a/${name}/x`, '');
  const found = await testFoldersBeside(open('/a/training_set'));
  assert.deepEqual(
    found.map(({ name }) => name),
    ['test_set', 'validation'],
  );
});
