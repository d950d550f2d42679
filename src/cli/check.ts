/** `lectern check`: what a careful reviewer would mark, looked for in every frame. */
import pc from 'picocolors';
import {AuthorError, ExitCode} from '../author/authorError';
import {findingRecord, formatFinding} from '../review/formatFinding';
import {reviewFilm, type Review} from '../review/review';
import {openProject} from '../timeline/openProject';
import {readSource, useColour} from './reportFailure';
import {findTarget} from './target';

interface CheckFlags {
  readonly failOn: 'error' | 'warning' | 'never';
  readonly fps?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Prints the findings, and fails where they are worse than allowed. */
export async function check(name: string, scenes: readonly string[], flags: CheckFlags): Promise<void> {
  const start = performance.now();
  const target = findTarget(name, scenes);
  const {project} = await openProject(target.file, {scenes: target.scenes});
  const progress = process.stderr.isTTY && !flags.quiet && !flags.json;
  const review = await reviewFilm(project, {
    fps: flags.fps,
    onFrames: progress ? (seen, frames) => process.stderr.write(`\rframe ${seen} of ${frames} `) : undefined,
  });
  if (progress) process.stderr.write('\r\x1b[K');
  print(review, (performance.now() - start) / 1000, flags);
  const bad = review.findings.filter(({severity}) => severity === 'error' || flags.failOn === 'warning').length;
  if (flags.failOn === 'never' || bad === 0) return;
  throw new AuthorError(`Cannot pass ${project.name}: ${count(bad, 'finding')}`, {exitCode: ExitCode.verification, fix: 'mend them, or waive a rule with a reason in chapter.ts: waivers: [{rule, scene, reason, expires}]'});
}

function print({findings, waived, slots, frames, fps}: Review, seconds: number, {json, quiet}: CheckFlags): void {
  if (json) {
    const records = (list: typeof findings) => list.map(finding => findingRecord(finding, fps));
    process.stdout.write(`${JSON.stringify({frames, fps, wall_s: Math.round(seconds * 1000) / 1000, findings: records(findings), waived: records(waived), slots: records(slots)})}\n`);
    return;
  }
  for (const finding of findings) process.stdout.write(`${formatFinding(finding, {fps, colour: useColour(), readFile: readSource})}\n\n`);
  if (quiet) return;
  for (const {scene, message} of slots) process.stderr.write(pc.dim(`Open in ${scene}: ${message}\n`));
  const errors = findings.filter(({severity}) => severity === 'error').length;
  const told = [count(errors, 'error'), count(findings.length - errors, 'warning'), ...(waived.length > 0 ? [`${waived.length} waived`] : [])];
  process.stderr.write(pc.dim(`${count(frames, 'frame')} looked at in ${seconds.toFixed(1)} s: ${told.join(', ')}\n`));
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
