import {describe, expect, it} from 'vitest';
import {codeLines} from '../../src/components/codeTokens';

const kindsOf = (code: string, language: 'typescript' | 'python' | 'text') => codeLines(code, language).map(line => line.map(({text, kind}) => [text.trim(), kind]));

describe('codeTokens', () => {
  it('codeLines() tells keywords, names, numbers and comments of TypeScript apart', () => {
    expect(kindsOf('return sample(7) // done', 'typescript')).toEqual([
      [['return', 'keyword'], ['sample', 'name'], ['(', 'plain'], ['7', 'number'], [')', 'plain'], ['// done', 'comment']],
    ]);
  });

  it('codeLines() colours a text that runs over lines on each of them', () => {
    expect(kindsOf('"""one\ntwo"""', 'python')).toEqual([[['"""one', 'string']], [['two"""', 'string']]]);
  });

  it('codeLines() gives every span the column at which it stands', () => {
    for (const language of ['typescript', 'python', 'text'] as const) {
      const code = 'for x in list:\n\tprint("狐", x)\n\n  return';
      codeLines(code, language).forEach((line, index) => {
        const characters = [...code.replace(/\t/g, '  ').split('\n')[index]];
        for (const {column, text} of line) expect(characters.slice(column, column + [...text].length).join('')).toBe(text);
      });
    }
  });

  it('codeLines() keeps empty lines and reads broken code', () => {
    expect(codeLines('a\n\nb', 'text')).toHaveLength(3);
    expect(codeLines('if (((\n"open', 'typescript')).toHaveLength(2);
  });
});
