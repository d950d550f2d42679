/** Places that still wait for a section of another chapter. In: a chapter. Out: what is open, as findings, or an error before a final render. */
import path from 'node:path';
import {AuthorError, ExitCode} from '../author/authorError';
import type {ChapterDefinition} from './chapter';
import type {ChapterFinding} from './finding';

/** What is asked of a chapter that is played: its definition, its file, and the scenes that are played. */
interface PlayedChapter {
  readonly name: string;
  readonly file: string;
  readonly chapter?: ChapterDefinition;
  readonly scenes: readonly {readonly name: string}[];
}

/** Lists the open slots of the scenes that are played: those without a section, in the order of the chapter's list. */
export function openSlots({file, chapter, scenes}: PlayedChapter): ChapterFinding[] {
  return Object.entries(chapter?.slots ?? {})
    .filter(([, slot]) => slot.section === undefined && scenes.some(({name}) => name === slot.scene))
    .map(([name, {scene, title, seconds, due, owner}]) => ({
      rule: 'open-slot', severity: 'warning', scene, at: {file: path.relative(process.cwd(), file)},
      message: `The slot "${name}" shows a slate: ${seconds.toFixed(1)} s of "${title}" are due with chapter ${due} (${owner})`,
      fix: `render the section, import it in the chapter's file, and give it to slots.${name}.section`,
    }));
}

/**
 * Lets no chapter with open slots be made final.
 *
 * @param use - what the film is for, as the command line says it
 * @throws AuthorError (exit 7) `Cannot render gpt for youtube: 2 slots are open`
 */
export function requireNoOpenSlots(played: PlayedChapter, use: string): void {
  const open = openSlots(played);
  if (open.length === 0) return;
  const slots = open.map(({scene, message}) => `  ${scene}: ${message}`);
  throw new AuthorError([`Cannot render ${played.name} for ${use}: ${open.length === 1 ? 'a slot is' : `${open.length} slots are`} open`, ...slots].join('\n'), {
    at: {file: path.relative(process.cwd(), played.file)},
    exitCode: ExitCode.verification,
    fix: 'give each slot its section, or render with --for review, where slots show their slates',
  });
}
