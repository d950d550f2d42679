/** The ffmpeg that reads films inside films: any build can, so the first one found is taken. */
import {execFileSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {AuthorError, ExitCode} from '../../author/authorError';

let found: string | undefined;

/**
 * Finds a binary: LECTERN_FFMPEG, the packages ffmpeg-static and @ffmpeg-installer/ffmpeg, the PATH.
 *
 * @throws AuthorError "Cannot read films: there is no ffmpeg"
 */
export function ffmpegBinary(): string {
  found ??= candidates().find(runs);
  if (found !== undefined) return found;
  throw new AuthorError('Cannot read films: there is no ffmpeg', {
    exitCode: ExitCode.encoder,
    fix: 'install ffmpeg, or set LECTERN_FFMPEG to the program',
  });
}

function candidates(): string[] {
  const {LECTERN_FFMPEG} = process.env;
  if (LECTERN_FFMPEG) return [LECTERN_FFMPEG];
  const require = createRequire(import.meta.url);
  const packaged = ['ffmpeg-static', '@ffmpeg-installer/ffmpeg'].flatMap(name => {
    try {
      const module = require(name) as string | {readonly path: string} | null;
      return typeof module === 'string' ? [module] : module ? [module.path] : [];
    } catch {
      return [];
    }
  });
  return ['ffmpeg', ...packaged];
}

function runs(binary: string): boolean {
  try {
    execFileSync(binary, ['-version'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}
