/** How a call stands in the author's file: what the run cannot tell, since a generator does not know who holds it. */
import {parser} from '@lezer/javascript';
import type {SourcePosition} from '../../author/authorError';

/**
 * - `unplayed`: the call is a statement of its own, so nobody plays what it returns
 * - `background`: a statement `yield call()`, so nobody waits for it
 * - `held`: anything else; someone may have it
 */
export type CallStanding = 'unplayed' | 'background' | 'held';

const typescript = parser.configure({dialect: 'jsx ts'});

/** Functions that only pass animations on. */
const FLOW = /^(all|any|chain|delay|sequence|loop|loopFor|loopUntil)$/;

/**
 * Says how a call stands.
 *
 * @param source - text of a TypeScript file
 * @param at - a place inside the call's callee, line and column counted from 1
 * @example callStanding('yield c().x(1, 1);', {line: 1, column: 11})  // 'background'
 */
export function callStanding(source: string, at: Pick<SourcePosition, 'line' | 'column'>): CallStanding {
  const offset = source.split('\n').slice(0, at.line! - 1).reduce((sum, line) => sum + line.length + 1, 0) + (at.column ?? 1) - 1;
  for (let node = typescript.parse(source).resolveInner(offset, 1), parent = node.parent; parent; node = parent, parent = node.parent) {
    if (parent.name === 'ExpressionStatement') return node.name === 'CallExpression' ? 'unplayed' : 'held';
    if (parent.name === 'YieldExpression') {
      const isWhole = parent.parent?.name === 'ExpressionStatement' && parent.getChild('Star') === null;
      return isWhole ? 'background' : 'held';
    }
    if (parent.name === 'ArgList') {
      const callee = parent.parent?.firstChild;
      if (!callee || !FLOW.test(source.slice(callee.from, callee.to))) return 'held';
    } else if (!/^(CallExpression|MemberExpression|PropertyName|VariableName)$/.test(parent.name)) return 'held';
  }
  return 'held';
}

/**
 * Finds loops that nothing ends: `while (true)` or `for (;;)` without a yield or an exit.
 *
 * @returns their places; a loop that only perhaps goes on for ever is not among them
 */
export function endlessLoops(source: string): readonly Pick<IdleWait, 'line' | 'column'>[] {
  if (!/\bwhile\s*\(\s*(?:true|1)\s*\)|\bfor\s*\(\s*;\s*;/.test(source)) return [];
  const found: {line: number; column: number}[] = [];
  typescript.parse(source).iterate({
    enter({name, from, to}) {
      const isEndless = name === 'WhileStatement' ? /^while\s*\(\s*(true|1)\s*\)/.test(source.slice(from)) : name === 'ForStatement' && /^for\s*\(\s*;\s*;/.test(source.slice(from));
      if (isEndless && !/\b(yield|await|break|return|throw)\b/.test(source.slice(from, to))) found.push(placeAt(source, from));
    },
  });
  return found;
}

function placeAt(source: string, offset: number): {line: number; column: number} {
  const before = source.slice(0, offset).split('\n');
  return {line: before.length, column: before.at(-1)!.length + 1};
}

/** A place, line and column counted from 1, and what stands there. */
export interface IdleWait {
  readonly line: number;
  readonly column: number;
  readonly call: string;
}

/** Where a file waits in the background and for nothing: `yield waitFor(1);` as a statement. */
export function idleWaits(source: string): readonly IdleWait[] {
  if (!/\byield\s+wait(?:For|Until)\s*\(/.test(source)) return [];
  const found: IdleWait[] = [];
  typescript.parse(source).iterate({
    enter({name, from, node}) {
      if (name !== 'YieldExpression' || node.parent?.name !== 'ExpressionStatement' || node.getChild('Star')) return;
      const call = node.getChild('CallExpression');
      const text = call ? source.slice(call.from, call.to) : '';
      // A second argument is played after the wait: then it is not for nothing.
      if (!/^wait(For|Until)\b/.test(text) || call!.getChild('ArgList')?.getChildren(',').length) return;
      found.push({...placeAt(source, from), call: text});
    },
  });
  return found;
}
