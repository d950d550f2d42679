import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';

const src = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src');

/** What each room may import from, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  author: [],
  math: ['author'],
  data: ['math', 'author'],
  theme: ['math'],
  motion: ['math', 'theme'],
  components: ['math', 'data', 'theme', 'motion'],
  stage: ['author'],
  chapter: ['author'],
  encoder: ['author', 'stage', 'chapter'],
  timeline: ['author', 'stage', 'chapter'],
  farm: ['author', 'stage', 'chapter', 'encoder', 'timeline'],
  loop: ['author', 'stage', 'chapter', 'encoder', 'timeline', 'farm', 'data', 'math'],
  review: ['author', 'stage', 'chapter', 'encoder', 'timeline', 'farm', 'theme', 'math'],
  cli: ['author', 'stage', 'chapter', 'encoder', 'timeline', 'farm', 'loop', 'review', 'data', 'math'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, specifier]) => path.resolve(path.dirname(file), specifier));
}

const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map(name => path.join(src, name));
const roomOf = (file: string) => path.relative(src, file).split(path.sep)[0];
const edges: Import[] = files.flatMap(file => importsOf(file).map(to => ({from: file, to})));

describe('the house', () => {
  it('every room is known here', () => {
    const rooms = new Set(files.map(roomOf).filter(room => !room.includes('.')));
    expect([...rooms].filter(room => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('imports point one way', () => {
    const back = edges
      .filter(({from, to}) => path.dirname(from) !== src && to.startsWith(src))
      .filter(({from, to}) => roomOf(from) !== roomOf(to) && !MAY_IMPORT[roomOf(from)].includes(roomOf(to)))
      .map(({from, to}) => `${path.relative(src, from)} -> ${path.relative(src, to)}`);
    expect(back).toEqual([]);
  });

  it('nothing imports a folder, or the table of contents', () => {
    const folders = edges
      .filter(({to}) => !files.some(file => file.replace(/\.tsx?$/, '') === to) && !/\.(json|css|mjs|js)$/.test(to))
      .concat(edges.filter(({to}) => to === path.join(src, 'index')))
      .map(({from, to}) => `${path.relative(src, from)} -> ${path.relative(src, to)}`);
    expect(folders).toEqual([]);
  });

  it('no two files import each other, by whatever way', () => {
    const next = new Map<string, string[]>();
    for (const {from, to} of edges) next.set(from.replace(/\.tsx?$/, ''), [...(next.get(from.replace(/\.tsx?$/, '')) ?? []), to]);
    const state = new Map<string, 'open' | 'done'>();
    const loops: string[] = [];
    const visit = (file: string, trail: readonly string[]) => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        loops.push([...trail.slice(trail.indexOf(file)), file].map(name => path.relative(src, name)).join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const to of next.get(file) ?? []) visit(to, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of next.keys()) visit(file, []);
    expect(loops).toEqual([]);
  });
});
