/**
 * Collapses white space across the texts of one paragraph (CSS Text Level 3, section 4.1).
 *
 * In: the texts of a paragraph in order, each with its `white-space`. Out: what is left of each.
 */
import type {WhiteSpace} from './textStyle';

/** Carries what came before from text to text. */
export class WhiteSpaceCollapser {
  /** A space here would be swallowed: at the start of a line, or after a collapsible space. */
  private swallows = true;

  /** @returns what is left of one text; the same string where nothing goes */
  public collapse(text: string, mode: WhiteSpace): string {
    if (mode === 'pre' || mode === 'pre-wrap' || mode === 'break-spaces') {
      const kept = text.replace(/\r\n?/g, '\n');
      if (kept !== '') this.swallows = kept.endsWith('\n');
      return kept;
    }
    if (!/[ \t\n\r\f]/.test(text)) {
      if (text !== '') this.swallows = false;
      return text;
    }
    return this.collapseRuns(text, mode === 'pre-line');
  }

  /** Called at a forced line break that is not a character. */
  public lineBreak(): void {
    this.swallows = true;
  }

  private collapseRuns(text: string, keepsNewlines: boolean): string {
    let out = '';
    for (const part of text.match(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g) ?? []) {
      if (!/^[ \t\n\r\f]/.test(part)) {
        out += part;
        this.swallows = false;
      } else if (keepsNewlines && /[\n\r]/.test(part)) {
        out = out.replace(/ $/, '') + '\n'.repeat(part.replace(/\r\n?/g, '\n').split('\n').length - 1);
        this.swallows = true;
      } else if (!this.swallows) {
        out += ' ';
        this.swallows = true;
      }
    }
    return out;
  }
}
