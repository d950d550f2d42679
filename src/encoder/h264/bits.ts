/**
 * Bits of an H.264 stream, read and written. In: bytes of a NAL unit. Out: the numbers that its syntax is made of, and
 * the other way round. Called by whatever looks into x264's output here.
 *
 * @see ITU-T H.264 (08/2021), 7.2 and 9.1 (Exp-Golomb codes), 7.4.1 (emulation prevention)
 */

export class BitReader {
  private position = 0;

  /** @param bytes - a NAL unit's payload, its emulation prevention taken out */
  public constructor(private readonly bytes: Uint8Array) {}

  /** Reads `count` bits, the highest first; at most 31. */
  public bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++, this.position++) {
      const byte = this.bytes[this.position >> 3];
      if (byte === undefined) throw new RangeError('Cannot read an H.264 header: it ends too early');
      value = (value << 1) | ((byte >> (7 - (this.position & 7))) & 1);
    }
    return value;
  }

  public flag(): boolean {
    return this.bits(1) === 1;
  }

  /** Reads an unsigned Exp-Golomb code, ue(v). */
  public unsigned(): number {
    let zeros = 0;
    while (!this.flag()) zeros++;
    return zeros === 0 ? 0 : 2 ** zeros - 1 + this.bits(zeros);
  }

  /** Reads a signed Exp-Golomb code, se(v): 0, 1, -1, 2, -2, … */
  public signed(): number {
    const code = this.unsigned();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  }
}

export class BitWriter {
  private readonly bytes: number[] = [];
  private pending = 0;
  private count = 0;

  public bits(value: number, count: number): this {
    for (let i = count - 1; i >= 0; i--) {
      this.pending = (this.pending << 1) | (Math.floor(value / 2 ** i) & 1);
      if (++this.count === 8) {
        this.bytes.push(this.pending);
        this.pending = 0;
        this.count = 0;
      }
    }
    return this;
  }

  public flag(value: boolean): this {
    return this.bits(value ? 1 : 0, 1);
  }

  public unsigned(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.bits(0, length).bits(value + 1, length + 1);
  }

  public get isAligned(): boolean {
    return this.count === 0;
  }

  /** All bytes written, the last one filled up with zeros. */
  public toBytes(): Uint8Array {
    return Uint8Array.from(this.isAligned ? this.bytes : [...this.bytes, this.pending << (8 - this.count)]);
  }
}

/** Takes out the byte 3 that follows two zero bytes in a stream, so that no start code appears by chance. */
export function withoutEmulationPrevention(nal: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0, zeros = 0; i < nal.length; i++) {
    const byte = nal[i]!;
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** Puts a byte 3 wherever two zero bytes are followed by one of 0 to 3. */
export function withEmulationPrevention(payload: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      bytes.push(3);
      zeros = 0;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}
