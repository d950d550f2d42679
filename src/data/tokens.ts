/**
 * Text in the pieces that GPT-2 and GPT-3 read: byte-pair tokens of the encoding r50k_base, 50,257 in all.
 * A text comes in; pieces with their ids come out, leading spaces included. Safe in scenes; the table (0.5 MB) is
 * bundled only with scenes that tokenize, and is indexed on the first call.
 */
import ranks from 'gpt-tokenizer/bpeRanks/r50k_base';
import {GptEncoding} from 'gpt-tokenizer/GptEncoding';

/** One piece of a text. */
export interface Token {
  readonly id: number;
  /** As it stands in the text, leading space included; for a part of a character its bytes, as "⟨E5 A1⟩". */
  readonly text: string;
  /** Whether the piece is whole characters. Rare scripts are cut inside a character. */
  readonly whole: boolean;
  /** The piece's UTF-8 bytes; joined over all tokens they are the text. */
  readonly bytes: Uint8Array;
}

/** How many tokens there are: 50,000 merges, 256 bytes, and the mark for the end of a text. */
export const tokenCount = 50_257;

/** The id of the mark between texts, written <|endoftext|>. */
export const endOfText = 50_256;

let encoding: GptEncoding | undefined;

/**
 * Cuts a text into tokens.
 *
 * Law: the tokens' bytes, joined, are the text's UTF-8 bytes. Marks such as <|endoftext|> are read as plain text.
 *
 * @example tokenize('To be!').map(token => token.text)  // ['To', ' be', '!']
 */
export function tokenize(text: string): Token[] {
  encoding ??= GptEncoding.getEncodingApi('r50k_base', () => ranks);
  return encoding.encode(text, {disallowedSpecial: new Set()}).map(tokenOf);
}

/**
 * The token with an id.
 *
 * @param id - whole, 0..50,256
 * @throws RangeError "There is no token 50,257: ids run from 0 to 50,256"
 * @example tokenOf(995).text  // " world"
 */
export function tokenOf(id: number): Token {
  if (id === endOfText) return {id, text: '<|endoftext|>', whole: true, bytes: new Uint8Array()};
  const entry = ranks[id];
  if (entry === undefined) throw new RangeError(`There is no token ${id.toLocaleString('en-US')}: ids run from 0 to 50,256`);
  const bytes = typeof entry === 'string' ? new TextEncoder().encode(entry) : Uint8Array.from(entry);
  if (typeof entry === 'string') return {id, text: entry, whole: true, bytes};
  const hex = Array.from(bytes, byte => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  return {id, text: `⟨${hex}⟩`, whole: false, bytes};
}

/** Joins tokens to text. Bytes that form no character become U+FFFD. @example textOf([995])  // " world" */
export function textOf(ids: readonly number[]): string {
  const pieces = ids.map(id => tokenOf(id).bytes);
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((offset, piece) => (bytes.set(piece, offset), offset + piece.length), 0);
  return new TextDecoder().decode(bytes);
}

/**
 * Tokens as headings for a picture of the vocabulary: the first and last few ids.
 *
 * @param first - how many from the start
 * @param last - how many from the end, the mark <|endoftext|> included
 */
export function vocabularyEnds(first: number, last: number): {first: Token[]; last: Token[]} {
  const from = (start: number, count: number) => Array.from({length: count}, (_, i) => tokenOf(start + i));
  return {first: from(0, first), last: from(tokenCount - last, last)};
}
