/** Errors cross from one process to another as plain records and come out as what they were. */
import {AuthorError, isAuthorError} from '../author/authorError';
import {systemError} from '../author/systemError';
import type {PlainError} from './messages';

/** An error as a record that a message channel can carry. */
export function plainError(failure: unknown): PlainError {
  const error = systemError(failure) ?? failure;
  if (!(error instanceof Error)) return {name: 'Error', message: String(error)};
  const {name, message, stack} = error;
  if (!isAuthorError(error)) return {name, message, stack};
  return {name, message, stack, fix: error.fix, positions: error.positions, moment: error.moment, node: error.node, exitCode: error.exitCode};
}

/** The error that a record was made of. */
export function errorOf(plain: PlainError): Error {
  const {message, fix, positions, moment, node, exitCode, stack} = plain;
  const error = plain.name === 'AuthorError' ? new AuthorError(message, {fix, at: positions, moment, node, exitCode}) : new Error(message);
  error.stack = stack;
  return error;
}
