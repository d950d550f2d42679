/** Reads the doc comments of what src/index.ts exports. Used by the tests of this folder and by the gallery. */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {packageRoot} from '../../src/stage/packageRoot';

/** One name of the table of contents. */
export interface PublicName {
  readonly name: string;
  readonly isType: boolean;
  /** Where it is written, from the root of the repository, as `src/math/vector.ts`. */
  readonly file: string;
}

/** Everything that `import {…} from 'lectern'` can name, in the order of src/index.ts. */
export function publicNames(): PublicName[] {
  const contents = readFileSync(path.join(packageRoot(), 'src/index.ts'), 'utf8');
  return [...contents.matchAll(/^export \{([^}]+)\} from '\.\/([^']+)';$/gm)].flatMap(([, names, module]) =>
    names.split(',').map(text => {
      const [, type, name] = /^(type )?(\w+)$/.exec(text.trim())!;
      return {name, isType: type !== undefined, file: `src/${module}.ts`};
    }),
  );
}

/**
 * The doc comment of a declaration, its stars taken off, or null where there is none.
 *
 * It stands right before the declaration; only decorators may stand between them.
 */
export function docComment({name, file}: Pick<PublicName, 'name' | 'file'>): string | null {
  const source = readFileSync(path.join(packageRoot(), file), 'utf8');
  const declaration = new RegExp(
    `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n(?:@\\w+.*\\n)*export (?:abstract |async )?(?:class|const|function\\*?|interface|type) \\*?${name}\\b`,
  );
  const comment = declaration.exec(source)?.[1];
  return comment === undefined ? null : comment.replace(/^[ \t]*\* ?/gm, '').trim();
}

/** The text before the first empty line or tag, on one line. */
export function firstParagraph(comment: string): string {
  return comment.split(/\n\s*\n|(?:^|\s)@/)[0].replace(/\s+/g, ' ').trim();
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
