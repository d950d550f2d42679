import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {commandReference} from '../../src/cli/reference';

const page = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src/cli/README.md');

it('src/cli/README.md says what the parser takes (npm run docs writes it anew)', () => {
  const text = commandReference();
  if (process.env.LECTERN_WRITE_DOCS) writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});
