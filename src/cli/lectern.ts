#!/usr/bin/env node
/**
 * The command line: argv in, exit code out. Each command is a file of its own, loaded only when it is called, so that
 * `lectern --help` answers at once.
 */
import {Command, CommanderError} from 'commander';
import {ExitCode} from '../author/authorError';
import {addCommands} from './commands';
import {reportFailure} from './reportFailure';

// Failure until proven otherwise: a program that dies silently must not look like one that finished.
process.exitCode = ExitCode.bug;

// Whoever reads the results may have seen enough, and what becomes of a log decides nothing; but results that a full disk
// swallows are a failure. Unheard, all three would end the process with a stack trace.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') void fail(error);
});

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
    await fail(error);
  }
}

async function fail(error: unknown): Promise<void> {
  process.exitCode = await reportFailure(error);
}
