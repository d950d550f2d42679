/**
 * Where the script of a text changes, which ends kerning and ligatures.
 *
 * Characters of no script go with what is before them, so that an opening quotation mark may belong to the sentence it
 * follows.
 *
 * @param text - a whole paragraph
 * @returns 1 at each index where another script begins, or null where there is one script
 * @example scriptStarts('ab 中')  // [0, 0, 0, 1]
 * @see UAX #24
 */
export function scriptStarts(text: string): Uint8Array | null {
  if (ONE_SCRIPT.test(text)) return null;
  let starts: Uint8Array | null = null;
  let current: number | null = null;
  let index = 0;
  for (const character of text) {
    const script = scriptOf(character);
    if (script !== null && current !== null && script !== current) {
      starts ??= new Uint8Array(text.length);
      starts[index] = 1;
    }
    current = script ?? current;
    index += character.length;
  }
  return starts;
}

/** Latin letters, and marks and signs that belong to no script. */
const ONE_SCRIPT = /^[\0-\u024f\u2000-\u206f\u20a0-\u20bf\u2190-\u22ff]*$/;

/** Han is written together with kana, so they count as one. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Devanagari}/u,
];

function scriptOf(character: string): number | null {
  const index = SCRIPTS.findIndex(script => script.test(character));
  return index < 0 ? null : index;
}
