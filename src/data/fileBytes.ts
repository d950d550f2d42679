/**
 * A file read by place or from front to back, in pieces, never whole. Node only; called by the binary readers.
 */
import type {FileHandle} from 'node:fs/promises';
import {open} from 'node:fs/promises';
import {assetError} from './assetError';
import {unreadable} from './byteLines';

/** An open file of known size. */
export class FileBytes {
  private constructor(
    public readonly file: string,
    private readonly handle: FileHandle,
    public readonly size: number,
  ) {}

  /** Opens a file, hands it to `use`, and closes it whatever happens. */
  public static async use<T>(file: string, use: (bytes: FileBytes) => Promise<T>): Promise<T> {
    let handle: FileHandle;
    try {
      handle = await open(file, 'r');
    } catch (error) {
      throw unreadable(file, error);
    }
    try {
      const {size} = await handle.stat();
      return await use(new FileBytes(file, handle, size));
    } catch (error) {
      throw unreadable(file, error);
    } finally {
      await handle.close();
    }
  }

  /**
   * The bytes from `offset`, exactly `length` of them.
   *
   * @throws AuthorError "Cannot read x.npy: it ends before its header does (byte 90)"
   */
  public async read(offset: number, length: number, what: string): Promise<Buffer> {
    const buffer = await this.readUpTo(offset, length);
    if (buffer.length < length) throw this.cutShort(what);
    return buffer;
  }

  /** The bytes from `offset`, fewer than `length` at the end of the file. */
  public async readUpTo(offset: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, this.size - offset)));
    let filled = 0;
    while (filled < buffer.length) {
      const {bytesRead} = await this.handle.read(buffer, filled, buffer.length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  public cutShort(what: string): Error {
    return assetError(`it ends before ${what} does`, {file: this.file, offset: this.size}, 'Fetch the file again: it is cut short');
  }
}
