/**
 * What every reader of word vectors collects: the rows that were asked for, while all rows are checked.
 * Words come in as they are met in a file; the kept ones go out in the order in which they were asked for.
 */
import type {AssetPlace} from './assetError';
import {assetError} from './assetError';

/** The rows kept from a file. */
export interface VectorRows {
  readonly words: readonly string[];
  readonly vectors: readonly (readonly number[])[];
  readonly dimension: number;
  /** How many rows the file has. */
  readonly rows: number;
  /** Words that were asked for and are not in the file. */
  readonly missing: readonly string[];
}

/** Gathers rows; refuses a word that comes twice. */
export class VectorRowCollector {
  private readonly kept = new Map<string, readonly number[]>();
  private readonly firstSeen = new Map<string, number>();
  private readonly wanted?: ReadonlySet<string>;

  /** @param words - the words to keep; all of them when undefined */
  public constructor(private readonly words?: readonly string[]) {
    this.wanted = words === undefined ? undefined : new Set(words);
  }

  public get rows(): number {
    return this.firstSeen.size;
  }

  /**
   * Notes that a word was met, and says whether its numbers are wanted.
   *
   * @param ordinal - its line or row, counted from 1, for the message when it comes again
   * @throws AuthorError "Cannot read a.txt: "cat" stands on line 9 and on line 4"
   */
  public meet(word: string, ordinal: number, unit: 'line' | 'row', place: AssetPlace): boolean {
    const before = this.firstSeen.get(word);
    if (before !== undefined) {
      throw assetError(`"${word}" stands on ${unit} ${ordinal} and on ${unit} ${before}`, place, 'Keep one of the two');
    }
    this.firstSeen.set(word, ordinal);
    return this.wanted === undefined || this.wanted.has(word);
  }

  public keep(word: string, vector: readonly number[]): void {
    this.kept.set(word, vector);
  }

  public finish(dimension: number): VectorRows {
    const order = this.words === undefined ? [...this.kept.keys()] : [...new Set(this.words)];
    const words = order.filter(word => this.kept.has(word));
    return {
      words,
      vectors: words.map(word => this.kept.get(word)!),
      dimension,
      rows: this.rows,
      missing: order.filter(word => !this.kept.has(word)),
    };
  }
}

/** Refuses a number that no word vector can hold. */
export function requireFinite(vector: readonly number[], word: string, place: AssetPlace): void {
  const bad = vector.findIndex(entry => !Number.isFinite(entry));
  if (bad < 0) return;
  throw assetError(`number ${bad + 1} of "${word}" is ${vector[bad]}`, place, 'Leave the row out, or train the vectors again');
}
