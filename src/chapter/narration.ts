/**
 * Reads the narration of a scene: a Markdown file whose first heading is the scene's title and whose text is what is
 * said, with `[beat]` markers before the words they belong to. In: the file's text. Out: the steps of the speech in
 * order, each with its place in the file. Called when a chapter is opened.
 *
 *     # The same step, somewhere else
 *     <!-- a note to the author: never spoken -->
 *     [two-words] Take two words that differ in *one* respect.
 *     [pause 1.5]
 *     [carry-over] Take the same step from another word.
 */
import {AuthorError, type SourcePosition} from '../author/authorError';

interface Placed {
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1. */
  readonly column: number;
}

/** The speech in order. A paragraph step is a blank line between two pieces of text. */
export type NarrationStep =
  | (Placed & {readonly kind: 'word'; readonly text: string})
  | (Placed & {readonly kind: 'beat'; readonly name: string})
  | (Placed & {readonly kind: 'pause'; readonly seconds: number})
  | (Placed & {readonly kind: 'paragraph'});

export interface NarrationBeat extends Placed {
  readonly name: string;
  /** How many words are said from this beat to the next. */
  readonly words: number;
  /** Those words. */
  readonly text: string;
}

export interface Narration {
  readonly file: string;
  readonly title: string;
  readonly steps: readonly NarrationStep[];
  readonly beats: readonly NarrationBeat[];
}

const beatName = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const longestPauseSeconds = 60;

/**
 * Parses a narration file.
 *
 * Emphasis, code marks and links lose their marks and keep their words; a backslash keeps the next character as it
 * is. A dash or other mark that stands alone belongs to the word before it.
 *
 * @param source - the file's text
 * @param file - its name, for positions
 * @throws AuthorError at file:line:column for a missing title, a second heading, a repeated beat, a malformed marker,
 *   a bracket left open, and a file that says nothing
 * @example parseNarration('# Two words\n[pair] Take two words.', 'scenes/a/01-two.md').beats[0]?.text  // 'Take two words.'
 */
export function parseNarration(source: string, file: string): Narration {
  const reader = new NarrationReader(file);
  blankComments(source, file).split('\n').forEach((line, i) => reader.readLine(line.replace(/\r$/, ''), i + 1));
  return reader.finish();
}

/** Blanks comments out with spaces, so that every later character keeps its line and column. */
function blankComments(source: string, file: string): string {
  const blanked = source.replace(/^\uFEFF/, '').replace(/<!--[\s\S]*?-->/g, comment => comment.replace(/[^\n]/g, ' '));
  const open = blanked.indexOf('<!--');
  if (open >= 0) {
    const before = blanked.slice(0, open).split('\n');
    throw new AuthorError('Cannot read narration: the comment that starts here is never closed', {
      at: {file, line: before.length, column: before.at(-1)!.length + 1},
      fix: 'close it with -->',
    });
  }
  return blanked;
}

class NarrationReader {
  private title: string | undefined;
  private readonly steps: NarrationStep[] = [];

  public constructor(private readonly file: string) {}

  public readLine(line: string, number: number): void {
    const heading = /^\s*#{1,6}(?:\s+(.*?))?(?:\s+#+)?\s*$/.exec(line);
    if (heading) return this.readHeading(heading[1] ?? '', number);
    if (line.trim() === '') return this.endParagraph(number);
    const listMark = /^\s*(?:[-*+>]\s+)?/.exec(line)![0].length;
    this.readText(line.slice(listMark), {line: number, column: listMark + 1});
  }

  public finish(): Narration {
    if (this.title === undefined) throw this.complaint('the file has no title', {line: 1, column: 1}, 'open it with a line such as "# Two words, one step"');
    if (this.steps.at(-1)?.kind === 'paragraph') this.steps.pop();
    if (this.steps.length === 0) throw this.complaint('the file says nothing', {line: 1, column: 1}, 'write the words of the scene under the title, or delete the file');
    return {file: this.file, title: this.title, steps: this.steps, beats: listBeats(this.steps)};
  }

  private readHeading(text: string, line: number): void {
    if (this.title !== undefined) throw this.complaint('a second heading', {line, column: 1}, 'a scene has one title; put notes in a comment <!-- like this -->');
    this.title = text.split(/\s+/).map(plainWord).join(' ').trim();
    if (this.title === '') throw this.complaint('the title is empty', {line, column: 1}, 'write the scene\'s title after the #');
  }

  private endParagraph(line: number): void {
    const last = this.steps.at(-1);
    if (last !== undefined && last.kind !== 'paragraph') this.steps.push({kind: 'paragraph', line, column: 1});
  }

  private readText(text: string, start: Placed): void {
    const piece = /\\.|\[|\]|[^[\]\\]+|\\/g;
    let words = '';
    let wordsAt = 0;
    const flush = (): void => {
      this.readWords(words, {...start, column: start.column + wordsAt});
      words = '';
    };
    for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
      const at = {...start, column: start.column + match.index};
      if (match[0] === ']') throw this.complaint('a closing bracket without its opening one', at, 'write \\] to say a bracket, or open the marker with [');
      if (match[0] === '[') {
        flush();
        piece.lastIndex = match.index + this.readBracket(text.slice(match.index), at);
      } else {
        if (words === '') wordsAt = match.index;
        words += match[0];
      }
    }
    flush();
  }

  /** Reads a marker or a link that opens at the start of `text`; returns how many characters it took. */
  private readBracket(text: string, at: Placed): number {
    const link = /^\[([^[\]]*)\]\([^()]*\)/.exec(text);
    if (link) {
      this.readWords(link[1]!, {...at, column: at.column + 1});
      return link[0].length;
    }
    const marker = /^\[([^[\]]*)\]/.exec(text);
    if (!marker) throw this.complaint('the bracket that opens here is never closed on its line', at, 'close it with ], or write \\[ to say a bracket');
    this.readMarker(marker[1]!.trim(), at);
    return marker[0].length;
  }

  private readMarker(marker: string, at: Placed): void {
    if (/^pause(\s|$)/.test(marker)) {
      this.steps.push({kind: 'pause', seconds: this.pauseSeconds(marker, at), ...at});
      return;
    }
    if (!beatName.test(marker)) {
      throw this.complaint(`"[${marker}]" is not a marker`, at, 'name a beat in kebab-case, such as [two-words]; ask for silence with [pause 1.5]; write \\[ to say a bracket');
    }
    const first = this.steps.find(step => step.kind === 'beat' && step.name === marker);
    if (first) {
      throw new AuthorError(`Cannot read narration: the beat "${marker}" is named twice`, {
        at: [this.position(at), this.position(first)],
        fix: 'give each beat of a scene a name of its own',
      });
    }
    this.steps.push({kind: 'beat', name: marker, ...at});
  }

  private pauseSeconds(marker: string, at: Placed): number {
    const match = /^pause\s+(\d+(?:\.\d+)?)\s*s?$/.exec(marker);
    const seconds = Number(match?.[1]);
    if (!(seconds > 0 && seconds <= longestPauseSeconds)) {
      throw this.complaint(`"[${marker}]" is not a pause`, at, `give seconds above 0, at most ${longestPauseSeconds}, such as [pause 1.5]`);
    }
    return seconds;
  }

  private readWords(text: string, start: Placed): void {
    for (const match of text.matchAll(/\S+/g)) {
      const word = plainWord(match[0]);
      if (word === '') continue;
      const last = this.steps.at(-1);
      if (last?.kind === 'word' && isPunctuation(word)) this.steps[this.steps.length - 1] = {...last, text: `${last.text} ${word}`};
      else this.steps.push({kind: 'word', text: word, line: start.line, column: start.column + match.index});
    }
  }

  private complaint(what: string, at: Placed, fix: string): AuthorError {
    return new AuthorError(`Cannot read narration: ${what}`, {at: this.position(at), fix});
  }

  private position(at: Placed): SourcePosition {
    return {file: this.file, line: at.line, column: at.column};
  }
}

/** Dashes and quotes alone are not said; signs of arithmetic are. */
function isPunctuation(word: string): boolean {
  return /^[\p{P}]+$/u.test(word) && !/^[-*/%&]$/.test(word);
}

/** Takes the marks of emphasis and code off a word, and the backslash off what it protects. */
function plainWord(word: string): string {
  const kept: string[] = [];
  return word
    .replace(/\\(.)/g, (_, character: string) => `\uE000${String.fromCharCode(0xe001 + kept.push(character))}`)
    .replace(/`/g, '')
    .replace(/\*+(?=[^\s*])|(?<=[^\s*])\*+/g, '')
    .replace(/^(["'“‘(]*)_+|_+(["'”’).,;:!?…]*)$/g, '$1$2')
    .replace(/\uE000(.)/g, (_, index: string) => kept[index.charCodeAt(0) - 0xe002]!);
}

function listBeats(steps: readonly NarrationStep[]): NarrationBeat[] {
  return steps.flatMap((step, i) => {
    if (step.kind !== 'beat') return [];
    const next = steps.findIndex((other, j) => j > i && other.kind === 'beat');
    const words = steps.slice(i, next < 0 ? undefined : next).flatMap(other => (other.kind === 'word' ? [other.text] : []));
    return [{name: step.name, line: step.line, column: step.column, words: words.length, text: words.join(' ')}];
  });
}
