import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {createPageFetch} from '../../../src/stage/image/pageFetch';

const root = path.resolve(import.meta.dirname, '../../conformance/projects/imports');
const fetch = createPageFetch(root);

describe('fetch on the page', () => {
  it('reads a file of public/, of the project, and by its own address', async () => {
    const picture = await fetch('/checker.png');
    expect([picture.ok, picture.headers.get('content-type'), (await picture.arrayBuffer()).byteLength > 0]).toEqual([true, 'image/png', true]);
    expect(Object.keys((await (await fetch('/source/numbers.json')).json()) as object).length).toBeGreaterThan(0);
    expect(await (await fetch(new URL(`file://${root}/source/note.txt`))).text()).not.toBe('');
  });

  it('names a file that is not there', async () => {
    await expect(fetch('/gone.json')).rejects.toThrow(`Cannot load gone.json: there is no file ${path.join(root, 'gone.json')}`);
  });
});
