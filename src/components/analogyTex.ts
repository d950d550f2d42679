/** The equation of an analogy in TeX, made from the analogy itself, so that a sign can't be typed wrong. */

/** Pieces of an equation as `analogy()` and `analogyAsDifferences()` give them. */
export interface AnalogyEquation {
  readonly parts: readonly {readonly text: string; readonly role: 'word' | 'operator' | 'relation' | 'answer'; readonly word?: string}[];
}

/**
 * Writes the equation of an analogy; each word is a part of its own name.
 *
 * @param of - an analogy, or any list of its pieces
 * @returns TeX for an Equation; a word that cannot be a name is called `word-1`, `word-2`, … by its place
 * @example analogyTex(analogy({plus: ['king', 'woman'], minus: ['man']}, words))
 * // {{king: E(\text{king})}} - {{man: E(\text{man})}} + {{woman: E(\text{woman})}} \approx {{queen: E(\text{queen})}}
 */
export function analogyTex(of: AnalogyEquation): string {
  let place = 0;
  return of.parts
    .map(({text, word}) => {
      if (word === undefined) return relations[text] ?? text;
      place++;
      return `{{${/^[A-Za-z][\w.'-]*$/.test(word) ? word : `word-${place}`}: E(\\text{${escaped(word)}})}}`;
    })
    .join(' ');
}

const relations: Readonly<Record<string, string>> = {'\u2212': '-', '+': '+', '≈': '\\approx', '=': '='};

function escaped(text: string): string {
  return text.replace(/[\\{}$%&#_^~]/g, character => (character === '\\' ? '\\backslash ' : `\\${character}`));
}
