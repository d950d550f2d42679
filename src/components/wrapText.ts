/** Text cut into lines, greedily: what stands on a line never hangs on what follows, so that text can be typed. */

/** A line as a piece of the text: from `start` up to `end`, spaces at its end left out. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
}

// A line may end after spaces, after a hyphen or dash, and around Chinese and Japanese characters (with what closes them).
const ideograph = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const unit = new RegExp(`\\n|[^\\S\\n]+|[${ideograph}][、。，．！？：；」』）】]*|[^\\s${ideograph}\\-–—]*[\\-–—]+|[^\\s${ideograph}\\-–—]+`, 'gu');

/**
 * Wraps a text at spaces, hyphens and ideographs. A word that fits no line is cut; "\n" starts a new line.
 *
 * @param fits - whether a piece of the text has room on one line
 * @returns at least one line
 * @example wrapText('to be or not', line => line.length <= 5)  // "to be", "or", "not"
 */
export function wrapText(text: string, fits: (line: string) => boolean): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  let end = 0;
  const close = (next: number) => {
    lines.push({start, end});
    start = end = next;
  };
  for (const {0: piece, index} of text.matchAll(unit)) {
    if (piece === '\n') {
      close(index + 1);
    } else if (piece.trim() === '') {
      // Spaces at the end of a line take no room; those at its start belong to a paragraph.
      if (end === start && (start === 0 || text[start - 1] === '\n')) end = index + piece.length;
      else if (end === start) start = end = index + piece.length;
    } else {
      if (end > start && !fits(text.slice(start, index + piece.length))) close(index);
      for (end = index + piece.length; end - start > 1 && !fits(text.slice(start, end)); ) {
        const cut = longestFit(text, start, end, fits);
        lines.push({start, end: cut});
        start = cut;
      }
    }
  }
  lines.push({start, end});
  return lines;
}

/** The lines of a text as strings. */
export function wrappedLines(text: string, fits: (line: string) => boolean): string[] {
  return wrapText(text, fits).map(({start, end}) => text.slice(start, end));
}

function longestFit(text: string, start: number, end: number, fits: (line: string) => boolean): number {
  let cut = end - 1;
  while (cut > start + 1 && !fits(text.slice(start, cut))) cut--;
  // A pair of surrogates is one character.
  return cut > start + 1 && /[\uDC00-\uDFFF]/.test(text[cut]) ? cut - 1 : cut;
}
