import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {packageRoot} from '../../src/stage/packageRoot';
import {componentFamilies} from '../frames/componentFamilies';
import {componentNames, componentPage, documentedFamilies} from '../frames/componentPage';

const page = path.join(packageRoot(), 'src/components/README.md');

it('componentFamilies name each component that src/index.ts exports once', () => {
  expect(Object.values(componentFamilies).flat().sort()).toEqual(componentNames().sort());
});

it('every component is shown by a scene of tests/frames', () => {
  const unseen = documentedFamilies().flatMap(({components}) => components.filter(({scene}) => scene === undefined));
  expect(unseen.map(({name}) => name)).toEqual([]);
});

it('src/components/README.md says what doc comments and scenes say (npm run docs writes it anew)', () => {
  const text = componentPage();
  if (process.env.LECTERN_WRITE_DOCS) writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});
