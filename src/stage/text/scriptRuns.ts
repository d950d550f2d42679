/**
 * Where the script of a text changes: Chromium shapes, and rounds, each script on its own.
 *
 * @param text - any text
 * @returns 1 at each index where another script begins, or null where there is one script
 * @example scriptStarts('ab 中')  // [0, 0, 0, 1]
 * @see UAX #24; characters common to all scripts go with what is before them
 */
export function scriptStarts(text: string): Uint8Array | null {
  if (/^[\0-\u024f\u2000-\u206f\u20a0-\u22ff]*$/.test(text)) return null;
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
  /\p{Emoji_Presentation}/u,
];

function scriptOf(character: string): number | null {
  const index = SCRIPTS.findIndex(script => script.test(character));
  return index < 0 ? null : index;
}
