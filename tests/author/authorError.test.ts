import {describe, expect, test} from 'vitest';
import {AuthorError, ExitCode, isAuthorError, positionedError} from '../../src/author/authorError';

const at = {file: 'scenes/a/01-b.tsx', line: 3, column: 7};

describe('isAuthorError()', () => {
  test('isAuthorError() knows the class of another bundle by its shape', () => {
    class AuthorErrorOfABundle extends Error {
      public override readonly name = 'AuthorError';
      public readonly positions = [];
    }
    expect(isAuthorError(new AuthorErrorOfABundle('x'))).toBe(true);
    expect(isAuthorError(new AuthorError('x'))).toBe(true);
    expect(isAuthorError(new Error('x'))).toBe(false);
    expect(isAuthorError('AuthorError')).toBe(false);
  });
});

describe('positionedError()', () => {
  test('positionedError() of an ordinary error says what was being done, and keeps the cause', () => {
    const cause = new RangeError('radius is NaN');
    expect(positionedError(cause, {doing: 'Cannot create <Circle>', at})).toMatchObject({
      message: 'Cannot create <Circle>: radius is NaN', positions: [at], cause, exitCode: ExitCode.scene,
    });
  });
  test('positionedError() of an AuthorError adds only what it lacks', () => {
    const moment = {scene: '01-b', frame: 4};
    const bare = new AuthorError('Cannot find the font', {fix: 'install it', exitCode: ExitCode.asset});
    expect(positionedError(bare, {doing: 'Cannot create <Txt>', at, moment})).toMatchObject({
      message: 'Cannot find the font', fix: 'install it', positions: [at], moment, exitCode: ExitCode.asset,
    });
    const placed = new AuthorError('x', {at: {file: 'other.tsx'}});
    expect(positionedError(placed, {at}).positions).toEqual([{file: 'other.tsx'}]);
  });
  test('positionedError() of what is no error at all reads it as text', () => {
    expect(positionedError('out of ink', {at}).message).toBe('out of ink');
  });
});
