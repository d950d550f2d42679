import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {packageRoot} from '../../src/stage/packageRoot';
import {docComment, firstParagraph, firstSentence, publicNames} from './docComments';

it('publicNames() leaves out nothing that src/index.ts exports', () => {
  const contents = readFileSync(path.join(packageRoot(), 'src/index.ts'), 'utf8');
  expect(new Set(publicNames().map(({file}) => file)).size).toBe(contents.match(/\bexport\b/g)!.length);
  expect(publicNames()).toContainEqual({name: 'VectorArrow', isType: false, file: 'src/components/VectorArrow.ts'});
});

it('every export of src/index.ts has a doc comment', () => {
  const silent = publicNames().filter(name => docComment(name) === null);
  expect(silent.map(({name, file}) => `${name} (${file})`)).toEqual([]);
});

it('every doc comment of an export begins with a sentence', () => {
  const broken = publicNames().filter(name => !/^[A-Z0-9`].*[.!?:]$/.test(firstSentence(firstParagraph(docComment(name) ?? ''))));
  expect(broken.map(({name, file}) => `${name} (${file})`)).toEqual([]);
});

it('firstSentence() ends at the first full stop that a space follows', () => {
  expect(firstSentence('A number of 1.5 units. It grows.')).toBe('A number of 1.5 units.');
});

it('firstParagraph() leaves out what tags say', () => {
  expect(firstParagraph('A chip. @example <Chip />')).toBe('A chip.');
});
