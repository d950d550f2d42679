/**
 * Text as a list of words and marks, and back: what the n-gram models read and write.
 * Sentences come in; words go out in lower case unless they are names. Safe in scenes.
 */

const sentenceEnds = new Set(['.', '?', '!']);
const marks = /^[.,;:?!]$/;

/**
 * Cuts prose into words and marks.
 *
 * Quotation marks are dropped, since a model that chooses word by word cannot keep them in pairs; a question inside
 * them that goes on as "asked the boy" gets a comma. A capital at the start of a sentence stays only on names, which
 * are the words that also have one elsewhere.
 *
 * @example wordsAndMarks('He said, "Stop!" Then Ines stopped.')  // ['he', 'said', ',', 'stop', '!', 'then', 'Ines', 'stopped', '.']
 */
export function wordsAndMarks(prose: string): string[] {
  const pieces = piecesOf(prose);
  const names = new Set(pieces.filter(piece => !piece.opens && isCapital(piece.text)).map(piece => piece.text));
  return pieces.map(({text, opens}) => (opens && !names.has(text) && text !== 'I' ? text.toLowerCase() : text));
}

/**
 * Joins words and marks to text: no blank before a mark, a capital after each full stop.
 *
 * @param start - whether the text begins a sentence, default true
 * @example joinedWords(['so', 'it', 'is', '.', 'is', 'it', '?'])  // "So it is. Is it?"
 */
export function joinedWords(words: readonly string[], start = true): string {
  let text = '';
  let opens = start;
  for (const word of words) {
    if (marks.test(word)) text += word;
    else text += (text === '' ? '' : ' ') + (opens ? word[0].toUpperCase() + word.slice(1) : word);
    opens = sentenceEnds.has(word);
  }
  return text;
}

/** What one more word adds to a text that is on screen: with its blank, and its capital where one belongs. */
export function addedWord(before: string, word: string): string {
  if (marks.test(word)) return word;
  const opens = before.trim() === '' || /[.?!]$/.test(before.trimEnd());
  const blank = before === '' || /\s$/.test(before) ? '' : ' ';
  return blank + (opens ? word[0].toUpperCase() + word.slice(1) : word);
}

interface Piece {
  readonly text: string;
  /** Whether it stands where a capital says nothing: at the start of a sentence or of something said. */
  readonly opens: boolean;
}

function piecesOf(prose: string): Piece[] {
  const plain = prose.replace(/[?!]["”](?=\s+\p{Ll})/gu, ',"');
  const pieces: Piece[] = [];
  let opens = true;
  for (const [text] of plain.matchAll(/\p{L}+(?:['’-]\p{L}+)*|[.,;:?!]|["“”]/gu)) {
    if (/["“”]/.test(text)) {
      opens = true;
      continue;
    }
    pieces.push({text, opens});
    opens = sentenceEnds.has(text) || (opens && marks.test(text));
  }
  return pieces;
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
