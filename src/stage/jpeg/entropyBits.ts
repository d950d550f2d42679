/**
 * Huffman codes of a JPEG's scan, read bit by bit.
 *
 * @see ITU-T T.81, annex C and section F.2.2
 */

/** For each of the 65,536 ways that 16 bits can go on: the code's length in the high byte, its symbol in the low one; 0 for none. */
export type HuffmanTable = Uint16Array;

/**
 * Makes the table of a code.
 *
 * @param lengths - how many codes have 1, 2 … 16 bits
 * @param symbols - in the order of their codes
 * @throws RangeError for lengths that no code can have
 */
export function huffmanTable(lengths: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const table = new Uint16Array(65536);
  let from = 0;
  let next = 0;
  lengths.forEach((count, index) => {
    const ways = 1 << (15 - index);
    for (let i = 0; i < count; i++, from += ways) {
      if (from + ways > 65536) throw new RangeError('the codes are longer than they can be');
      table.fill(((index + 1) << 8) | symbols[next++], from, from + ways);
    }
  });
  return table;
}

/** Reads the coded bytes between two markers. */
export class EntropyBits {
  private bits = 0;
  private count = 0;
  /** Bits that were made up, after the last byte. */
  private invented = 0;

  public constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** The next symbol of a code. */
  public symbol(table: HuffmanTable): number {
    if (this.count < 16) this.fill();
    const entry = table[(this.bits >>> (this.count - 16)) & 0xffff];
    if (entry === 0) throw new RangeError('the bits are no code');
    this.count -= entry >> 8;
    return entry & 0xff;
  }

  /** A number of so many bits, 0 … 16. */
  public number(length: number): number {
    if (length === 0) return 0;
    if (this.count < length) this.fill();
    this.count -= length;
    return (this.bits >>> this.count) & ((1 << length) - 1);
  }

  /** A number with a sign: the lower half of what so many bits can say stands for negative ones. */
  public signed(length: number): number {
    const value = this.number(length);
    return length === 0 || value >= 1 << (length - 1) ? value : value - (1 << length) + 1;
  }

  /**
   * Drops what is left of the last byte, and the marker of a restart where one is due.
   *
   * @returns the place of the next byte
   * @throws RangeError where the scan ended before it was read
   */
  public restart(isDue: boolean): number {
    if (this.invented > this.count) throw new RangeError('the scan is cut short');
    // Bytes that were read ahead begin with the marker, which is never passed over.
    this.bits = this.count = this.invented = 0;
    if (!isDue) return this.at;
    while (this.bytes[this.at] === 0xff && this.bytes[this.at + 1] === 0xff) this.at++;
    const marker = this.bytes[this.at + 1];
    if (this.bytes[this.at] !== 0xff || !(marker >= 0xd0 && marker <= 0xd7)) throw new RangeError('a restart is missing');
    return (this.at += 2);
  }

  /** At least 16 bits; zeros after the end. */
  private fill(): void {
    while (this.count <= 24) {
      const byte = this.bytes[this.at];
      if (byte === undefined || (byte === 0xff && this.bytes[this.at + 1] !== 0)) {
        this.bits <<= 8;
        this.invented += 8;
      } else {
        this.bits = (this.bits << 8) | byte;
        this.at += byte === 0xff ? 2 : 1;
      }
      this.count += 8;
    }
  }
}
