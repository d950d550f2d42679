/** Program text cut into spans of one kind each, line by line, by the grammars of Lezer. */
import {highlightTree, tagHighlighter, tags} from '@lezer/highlight';
import {parser as javascript} from '@lezer/javascript';
import {parser as python} from '@lezer/python';

/** Languages that listings colour; `text` is left plain. */
export type CodeLanguage = 'typescript' | 'python' | 'text';

export type CodeKind = 'keyword' | 'string' | 'number' | 'comment' | 'name' | 'type' | 'plain';

/** A piece of one line. */
export interface CodeSpan {
  /** Column at which it starts, from 0. */
  readonly column: number;
  readonly text: string;
  readonly kind: CodeKind;
}

const kinds = tagHighlighter([
  {tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.self], class: 'keyword'},
  {tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'string'},
  {tag: [tags.number, tags.bool, tags.null], class: 'number'},
  {tag: tags.comment, class: 'comment'},
  {tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.function(tags.propertyName)], class: 'name'},
  {tag: [tags.typeName, tags.className], class: 'type'},
]);

const parsers = {typescript: javascript.configure({dialect: 'ts jsx'}), python} as const;

/**
 * Cuts code into lines of spans; together the spans of a line are the line, spaces left out at its ends.
 *
 * Tabs count as two spaces, so that every character has a column of the grid.
 *
 * @example codeLines('return 1', 'typescript')  // [[{column: 0, text: 'return', kind: 'keyword'}, ...]]
 */
export function codeLines(code: string, language: CodeLanguage): CodeSpan[][] {
  const text = code.replace(/\r\n?/g, '\n').replace(/\t/g, '  ');
  const marks: CodeKind[] = new Array<CodeKind>(text.length).fill('plain');
  if (language !== 'text') {
    highlightTree(parsers[language].parse(text), kinds, (from, to, kind) => marks.fill(kind as CodeKind, from, to));
  }
  let offset = 0;
  return text.split('\n').map(line => {
    const spans = spansOf(line, marks.slice(offset, offset + line.length));
    offset += line.length + 1;
    return spans;
  });
}

function spansOf(line: string, kindsOfLine: readonly CodeKind[]): CodeSpan[] {
  const spans: CodeSpan[] = [];
  for (let start = 0; start < line.length; ) {
    let end = start + 1;
    while (end < line.length && kindsOfLine[end] === kindsOfLine[start]) end++;
    const text = line.slice(start, end);
    if (text.trim() !== '') spans.push({column: [...line.slice(0, start)].length, text, kind: kindsOfLine[start]});
    start = end;
  }
  return spans;
}
