/** `lectern dev`: a chapter in Motion Canvas's own editor. */
import pc from 'picocolors';
import {AuthorError, ExitCode} from '../author/authorError';
import {dev as startDev} from '../loop/dev';
import {interrupted} from './interrupted';
import {chapterNames, findTarget} from './target';

/** Runs until it is interrupted. The page's address goes to stdout; mistakes go to stderr and over the page. */
export async function dev(name: string | undefined, scenes: readonly string[], flags: {readonly port: number}): Promise<void> {
  const target = findTarget(name ?? onlyChapter(), scenes);
  const running = await startDev({
    ...target,
    root: process.cwd(),
    port: flags.port,
    onEvent: event => event.type === 'problem' && process.stderr.write(`${pc.red(event.problem.text)}\n`),
  });
  process.stdout.write(`${running.url}\n`);
  process.stderr.write(pc.dim('Open it in a browser. Dragged beats are written into the narration. Ctrl-C ends.\n'));
  await interrupted();
  await running.close();
}

function onlyChapter(): string {
  const names = chapterNames();
  if (names.length === 1) return names[0];
  throw new AuthorError(names.length === 0 ? 'Cannot open the editor: there is no chapter here' : 'Cannot open the editor: there are several chapters', {
    exitCode: ExitCode.usage,
    fix: names.length === 0 ? 'make one with: lectern new chapter <name>' : `name one of ${names.join(', ')}`,
  });
}
