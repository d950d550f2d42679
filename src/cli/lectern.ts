#!/usr/bin/env node
/**
 * The command line: argv in, exit code out. Each command is a file of its own, loaded only when it is called, so that
 * `lectern --help` answers at once.
 */
import {Command, CommanderError} from 'commander';
import {ExitCode} from '../author/authorError';
import {addCommands} from './commands';

// Failure until proven otherwise: a program that dies silently must not look like one that finished.
process.exitCode = ExitCode.bug;

const program = new Command('lectern')
  .description('Turns scene files written in TypeScript into explainer films, without a browser.')
  .showHelpAfterError('(lectern --help lists the commands)')
  .exitOverride()
  .configureOutput({writeErr: text => process.stderr.write(text)});

addCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
  } else {
    const {reportFailure} = await import('./reportFailure');
    process.exitCode = await reportFailure(error);
  }
}
