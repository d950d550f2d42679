/** Failures of the machine (a full disk, a folder that may not be written) in the author's terms. */
import {AuthorError, ExitCode} from './authorError';

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  readonly dest?: string;
}

const REASONS: Readonly<Record<string, readonly [reason: string, fix: string, exitCode: ExitCode]>> = {
  ENOSPC: ['the disk is full', 'make room, e.g. with: lectern cache gc --max-size 1GB, or give another --out', ExitCode.space],
  EDQUOT: ['your share of the disk is full', 'make room, e.g. with: lectern cache gc --max-size 1GB, or give another --out', ExitCode.space],
  EACCES: ['it may not be written or read', 'give another --out, or change who may use the folder', ExitCode.usage],
  EPERM: ['it may not be written or read', 'give another --out, or change who may use the folder', ExitCode.usage],
  EROFS: ['the disk is read-only', 'give another --out', ExitCode.usage],
  ENOTDIR: ['a part of the path is a file, not a folder', 'give another --out', ExitCode.usage],
  EEXIST: ['a part of the path is a file, not a folder', 'give another --out', ExitCode.usage],
  EISDIR: ['it is a folder', 'give the path of a file', ExitCode.usage],
  ENAMETOOLONG: ['the name is too long', 'give a shorter --out', ExitCode.usage],
  EMFILE: ['too many files are open', 'allow more (ulimit -n 1024), or use fewer workers (--jobs 1)', ExitCode.usage],
  ENFILE: ['too many files are open on this machine', 'close other programs, then render again', ExitCode.usage],
  EIO: ['the disk failed', 'see to the disk, or give another --out or LECTERN_CACHE, then render again', ExitCode.usage],
  ENOMEM: ['there is not enough memory', 'use fewer workers (--jobs 1)', ExitCode.bug],
};

/**
 * Explains an error of the operating system.
 *
 * @returns an AuthorError that names the path, or null for an error that is no such thing
 */
export function systemError(error: unknown): AuthorError | null {
  if (!(error instanceof Error)) return null;
  const {code, path, dest} = error as Partial<SystemError>;
  // Programs that write for us (bundler, encoder) pass the system's words on, not its code.
  const reason = REASONS[code ?? ''] ?? (/no space left on device/i.test(error.message) ? REASONS.ENOSPC : undefined);
  if (!reason) return null;
  const [why, fix, exitCode] = reason;
  return new AuthorError(`Cannot use ${dest ?? path ?? 'the disk'}: ${why}`, {fix, exitCode, cause: error});
}
