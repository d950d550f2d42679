/** What a chapter accepts although a check reports it, with a reason and a day on which the reason has to be looked at again. */
import {AuthorError, ExitCode} from '../author/authorError';
import type {ChapterFinding} from '../chapter/finding';
import type {Project} from '../timeline/openProject';

/**
 * Parts findings into those that stand and those that the chapter's `waivers` cover: by rule, in one scene or in all.
 *
 * @param today - as 2026-03-31
 * @throws AuthorError `Cannot waive "text-size": the waiver expired on 2026-03-31`
 */
export function waive(
  findings: readonly ChapterFinding[],
  {chapter, file}: Pick<Project, 'chapter' | 'file'>,
  today = new Date().toISOString().slice(0, 10),
): {readonly kept: ChapterFinding[]; readonly waived: ChapterFinding[]} {
  const waivers = chapter?.waivers ?? [];
  const covered = (finding: ChapterFinding) => waivers.find(({rule, scene}) => rule === finding.rule && (scene === undefined || scene === finding.scene));
  const expired = findings.map(covered).find(waiver => waiver && waiver.expires < today);
  if (expired) {
    throw new AuthorError(`Cannot waive "${expired.rule}": the waiver expired on ${expired.expires}`, {
      at: {file},
      exitCode: ExitCode.verification,
      fix: `mend what it covers (its reason was "${expired.reason}"), or give it a new day`,
    });
  }
  return {kept: findings.filter(finding => !covered(finding)), waived: findings.filter(covered)};
}
