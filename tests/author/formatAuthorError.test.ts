import {describe, expect, test} from 'vitest';
import {AuthorError} from '../../src/author/authorError';
import {codeFrame} from '../../src/author/codeFrame';
import {formatAuthorError, formatPosition} from '../../src/author/formatAuthorError';

const source = 'const a = 1;\nview.add(<Circle size={NaN} />);\n\nconst b = 2;\n';
const at = {file: 'scenes/a/01-b.tsx', line: 2, column: 10};

describe('formatAuthorError()', () => {
  test('formatAuthorError() says what, where, when, and how to fix it', () => {
    const error = new AuthorError('Cannot draw VectorArrow: "to" has 3 numbers', {
      at, moment: {scene: 'king-queen', frame: 128, timecode: '00:00:04:08'}, fix: 'give to={[x, y]}',
    });
    expect(formatAuthorError(error)).toBe([
      'Cannot draw VectorArrow: "to" has 3 numbers',
      '  at scenes/a/01-b.tsx:2:10   (scene king-queen, frame 128, 00:00:04:08)',
      'Fix: give to={[x, y]}',
    ].join('\n'));
  });
  test('formatAuthorError() shows the author\'s line when the file can be read', () => {
    expect(formatAuthorError(new AuthorError('No', {at}), {readFile: file => (file === at.file ? source : undefined)})).toBe([
      'No',
      '  at scenes/a/01-b.tsx:2:10',
      '    1 | const a = 1;',
      '  > 2 | view.add(<Circle size={NaN} />);',
      '      |          ^',
    ].join('\n'));
    expect(formatAuthorError(new AuthorError('No', {at}), {readFile: () => undefined})).toBe('No\n  at scenes/a/01-b.tsx:2:10');
  });
  test('formatAuthorError() of an error with two places names both', () => {
    const error = new AuthorError('Twice', {at: [at, {file: 'b.md', line: 1, column: 1}]});
    expect(formatAuthorError(error)).toBe('Twice\n  at scenes/a/01-b.tsx:2:10\n  and b.md:1:1');
  });
  test('formatAuthorError() of an error with a moment and no place still tells the moment', () => {
    expect(formatAuthorError(new AuthorError('No', {moment: {scene: 'a'}}))).toBe('No\n  (scene a)');
  });
  test('formatAuthorError() paints errors red and warnings yellow, and only when asked', () => {
    const report = {message: 'No', positions: []};
    expect(formatAuthorError(report)).toBe('No');
    expect(formatAuthorError(report, {colour: true})).toContain('\u001b[31m');
    expect(formatAuthorError({...report, severity: 'warning'}, {colour: true})).toContain('\u001b[33m');
  });
});

describe('formatPosition()', () => {
  test('formatPosition() leaves out what is not known', () => {
    expect(formatPosition({file: 'a.ts', line: 4, column: 2})).toBe('a.ts:4:2');
    expect(formatPosition({file: 'a.ts', line: 4})).toBe('a.ts:4');
    expect(formatPosition({file: 'a.ts', column: 4})).toBe('a.ts');
  });
});

describe('codeFrame()', () => {
  test('codeFrame() of the last line has no line after it, and of a missing line is empty', () => {
    expect(codeFrame('one\ntwo', {line: 2, column: 1})).toBe('    1 | one\n  > 2 | two\n      | ^');
    expect(codeFrame('one', {line: 7, column: 1})).toBe('');
  });
  test('codeFrame() keeps the caret under its character after tabs and in a very long line', () => {
    const pointed = (line: string, column: number): string | undefined => {
      const [code, caret] = codeFrame(line, {line: 1, column}).split('\n');
      return code?.[caret!.indexOf('^')];
    };
    expect(pointed('\t\tx = 1', 3)).toBe('x');
    expect(pointed(`${'a'.repeat(500)}Q${'b'.repeat(500)}`, 501)).toBe('Q');
  });
});
