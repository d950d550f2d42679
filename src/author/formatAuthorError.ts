/**
 * Prints what the author can mend: what happened, where in their file, when in the film, how to fix it. In: an
 * AuthorError, or a finding of the same shape. Out: text for the terminal. The one place where such text is laid out.
 */
import {createColors} from 'picocolors';
import type {AuthorError, FilmMoment, SourcePosition} from './authorError';
import {codeFrame} from './codeFrame';

/** What can be printed: an AuthorError is one; findings and warnings are turned into one. */
export interface AuthorReport extends Pick<AuthorError, 'message' | 'fix' | 'positions' | 'moment' | 'node'> {
  readonly severity?: 'error' | 'warning';
}

/**
 * Lays out an error for the person who writes scenes.
 *
 * The first place carries the moment and, when its file can be read, the author's line; further places follow.
 *
 * @param report - the error
 * @param options - `colour`: use terminal colours; `readFile`: gives a file's text, or undefined; without it no lines
 *   of code are shown
 * @example formatAuthorError(error)
 * // Cannot draw VectorArrow: "to" has 3 numbers, this plane is flat and takes 2
 * //   at scenes/gpt/08-king-queen.tsx:41:9   (scene king-queen, frame 128, 00:00:04:08)
 * // Fix: give to={[x, y]}, or place the arrow in an <EmbeddingSpace> for three numbers
 */
export function formatAuthorError(
  report: AuthorReport,
  options: {readonly colour?: boolean; readonly readFile?: (file: string) => string | undefined} = {},
): string {
  const colours = createColors(options.colour ?? false);
  const paint = report.severity === 'warning' ? colours.yellow : colours.red;
  const [headline = '', ...details] = report.message.split('\n');
  return [
    paint(colours.bold(report.severity === 'warning' ? `Warning: ${headline}` : headline)), ...details,
    ...placeLines(report, colours),
    ...(report.node === undefined ? [] : [`  in ${report.node}`]),
    ...frameLines(report.positions[0], options),
    ...(report.fix === undefined ? [] : [`${colours.green('Fix:')} ${report.fix}`]),
  ].join('\n');
}

/**
 * Writes a place as editors and terminals understand it.
 *
 * @example formatPosition({file: 'scenes/a/01-b.tsx', line: 4, column: 2})  // 'scenes/a/01-b.tsx:4:2'
 */
export function formatPosition({file, line, column}: SourcePosition): string {
  return [file, line, line === undefined ? undefined : column].filter(part => part !== undefined).join(':');
}

function placeLines(report: AuthorReport, colours: ReturnType<typeof createColors>): string[] {
  const moment = report.moment === undefined ? '' : `(${momentText(report.moment)})`;
  if (report.positions.length === 0) return moment === '' ? [] : [`  ${colours.dim(moment)}`];
  return report.positions.map((position, i) => {
    const when = i === 0 && moment !== '' ? `   ${colours.dim(moment)}` : '';
    return `  ${i === 0 ? 'at' : 'and'} ${colours.cyan(formatPosition(position))}${when}`;
  });
}

function momentText({scene, frame, timecode, beat}: FilmMoment): string {
  return [`scene ${scene}`, ...(beat === undefined ? [] : [`beat ${beat}`]), ...(frame === undefined ? [] : [`frame ${frame}`]), ...(timecode === undefined ? [] : [timecode])].join(', ');
}

function frameLines(
  position: SourcePosition | undefined,
  {colour, readFile}: {readonly colour?: boolean; readonly readFile?: (file: string) => string | undefined},
): string[] {
  if (position?.line === undefined || readFile === undefined) return [];
  const source = readFile(position.file);
  const frame = source === undefined ? '' : codeFrame(source, {line: position.line, column: position.column}, {colour});
  return frame === '' ? [] : [frame];
}
