/**
 * The names in a formula's source: `{{q: Q}}` calls a part `q`, `{{cost=0.00}}` is a slot for a number.
 * TeX with names comes in; TeX that MathJax reads, in which each part carries its name as a class, goes out.
 */

/** How a slot writes its number, read off its template. */
export interface NumberTemplate {
  readonly decimals: number;
  /** `always` for "+0.0", else `auto`. */
  readonly sign: 'auto' | 'always';
  readonly grouping: boolean;
  readonly suffix: string;
}

/** What the names of a formula mean. */
export interface NamedTex {
  /** For MathJax. */
  readonly tex: string;
  /** By the class that the part carries: its name, and its template if it is a slot. */
  readonly parts: ReadonlyMap<string, {readonly name: string; readonly slot?: NumberTemplate}>;
}

const opening = /\{\{\s*([A-Za-z][\w.'-]*)\s*([:=])/y;

/**
 * Reads the names in a formula.
 *
 * A name starts with a letter and may hold letters, digits, `_ . ' -`; parts may lie in parts. One name may be used
 * several times for the same concept.
 *
 * @throws SyntaxError 'Cannot read the equation "{{q: Q": the part "q" is not closed with }}'
 * @throws SyntaxError 'Cannot read the equation "{{v=x}}": the slot "v" takes a number such as 0.00 or +0.0, not "x"'
 * @example readNames('{{q: Q}} \\cdot {{k: K}}').tex  // "\\class{part-0}{Q} \\cdot \\class{part-1}{K}"
 */
export function readNames(source: string): NamedTex {
  const parts = new Map<string, {name: string; slot?: NumberTemplate}>();
  const read = (from: number, closing: boolean, owner: string): {tex: string; end: number} => {
    let tex = '';
    let depth = 0;
    for (let at = from; at < source.length; ) {
      opening.lastIndex = at;
      const match = opening.exec(source);
      if (match !== null) {
        const id = `part-${parts.size}`;
        parts.set(id, {name: match[1]});
        const inner = read(opening.lastIndex, true, match[1]);
        if (match[2] === '=') parts.set(id, {name: match[1], slot: readTemplate(source, match[1], inner.tex.trim())});
        tex += `\\class{${id}}{${match[2] === '=' ? templateTex(inner.tex.trim()) : inner.tex.trim()}}`;
        at = inner.end;
        continue;
      }
      if (closing && depth === 0 && source.startsWith('}}', at)) return {tex, end: at + 2};
      if (source[at] === '\\' && at + 1 < source.length) {
        tex += source.slice(at, at + 2);
        at += 2;
        continue;
      }
      if (source[at] === '{') depth++;
      if (source[at] === '}') depth--;
      tex += source[at++];
    }
    if (closing) throw new SyntaxError(`Cannot read the equation "${source}": the part "${owner}" is not closed with }}`);
    return {tex, end: source.length};
  };
  const {tex} = read(0, false, '');
  return {tex, parts};
}

/**
 * A formula without its names, as a notation registry reads it; the content of a part stays in braces.
 *
 * @example plainTex('{{q: Q_i}} \\cdot {{v=0.00}}')  // "{Q_i} \\cdot {0.00}"
 */
export function plainTex(source: string): string {
  return readNames(source).tex.replace(/\\class\{part-\d+\}/g, '');
}

function readTemplate(source: string, name: string, text: string): NumberTemplate {
  const match = /^([+-]?)(\d+(?:,\d{3})*)(?:\.(\d+))?(%?)$/.exec(text);
  if (match === null) {
    throw new SyntaxError(`Cannot read the equation "${source}": the slot "${name}" takes a number such as 0.00 or +0.0, not "${text}"`);
  }
  const [, sign, whole, fraction = '', suffix] = match;
  return {decimals: fraction.length, sign: sign === '+' ? 'always' : 'auto', grouping: whole.includes(','), suffix};
}

// A sign before a number would be set as an operator with air around it, and a comma as punctuation.
function templateTex(text: string): string {
  return text.replace(/^[+-]/, sign => `{${sign}}`).replaceAll(',', '{,}').replace('%', '\\%');
}
