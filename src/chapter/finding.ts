/**
 * What a check of the chapter's words reports: the same shape whether it concerns captions, beats or markers, so
 * that the review room can print it beside its own findings.
 */
import type {SourcePosition} from '../author/authorError';

export interface ChapterFinding {
  /** A stable name that a waiver can quote, for instance "K1". */
  readonly rule: string;
  readonly severity: 'warning' | 'error';
  /** What was found, with the measured value and the limit. */
  readonly message: string;
  readonly fix?: string;
  readonly at?: SourcePosition;
  readonly scene?: string;
  /** Whole frame index from the start of the film. */
  readonly frame?: number;
}
