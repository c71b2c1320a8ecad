import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folderIn } from '../../src/main/command-line.ts';

describe('the folder of a command line', () => {
  it('is its first name', () => assert.equal(folderIn(['/opt/pawlab', '/pictures', '/more'], false), '/pictures'));
  it('may be missing', () => assert.equal(folderIn(['/opt/pawlab'], false), null));
  it('is no switch', () =>
    assert.equal(folderIn(['/opt/pawlab', '--no-sandbox', '-x', 'pictures'], false), 'pictures'));
  it('comes after the folder of the program in development', () =>
    assert.equal(folderIn(['/electron', '--inspect', '.', 'pictures'], true), 'pictures'));
  it('is not the folder of the program in development', () => assert.equal(folderIn(['/electron', '.'], true), null));
  it('is missing where there are no arguments at all', () => assert.equal(folderIn([], true), null));
});
