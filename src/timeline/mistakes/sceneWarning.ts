/** What a scene plays with, though hardly as its author meant it. */
import type {FilmMoment, SourcePosition} from '../../author/authorError';

export interface SceneWarning {
  /** A stable name, for instance "tweens-overlap". */
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  /** The author's places, the one to mend first. */
  readonly positions: readonly SourcePosition[];
  readonly moment: FilmMoment;
  /** The way to the node in the scene's tree. */
  readonly node?: string;
}
