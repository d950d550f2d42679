/** The page about the command line, made from the very definitions that parse it, so that the two cannot drift apart. */
import {Command, type Argument, type Option} from 'commander';
import {ExitCode} from '../author/authorError';
import {addCommands} from './commands';

/** Writes src/cli/README.md's text. */
export function commandReference(): string {
  const program = new Command('lectern');
  addCommands(program);
  const sections = program.commands.filter(command => command.name() !== 'help').flatMap(command => section(command));
  return [
    '# The command line',
    '',
    'Made from the definitions in `commands.ts`: run `npm run docs` after a change there.',
    '',
    'Results (paths, JSON) go to stdout; progress, warnings and errors to stderr. `NO_COLOR` is respected.',
    '',
    ...sections,
    '## Exit codes',
    '| code | means |',
    '| --- | --- |',
    ...Object.entries(ExitCode).map(([name, code]) => `| ${code} | ${MEANING[name as keyof typeof ExitCode]} |`),
    '',
  ].join('\n');
}

const MEANING: Readonly<Record<keyof typeof ExitCode, string>> = {
  ok: 'done, and verified',
  bug: 'a bug of Lectern',
  usage: 'the words of the command, a setting or a name',
  scene: 'a scene, its narration or a project file',
  asset: 'a picture, a sound, a font or a character without a glyph',
  encoder: 'ffmpeg: missing, too old, or it died',
  space: 'no room on the disk',
  verification: 'the film did not pass a check',
  nondeterminism: 'the same frames came out differently twice',
  deadline: 'something did not answer in time',
  interrupted: 'stopped with Ctrl-C',
  terminated: 'stopped by the system',
};

function section(command: Command, path = 'lectern'): string[] {
  const name = `${path} ${command.name()}`;
  const nested = command.commands.filter(each => each.name() !== 'help');
  if (nested.length > 0) return nested.flatMap(each => section(each, name));
  const usage = [name, ...command.registeredArguments.map(argumentText)].join(' ');
  const options = command.options.map(optionRow);
  return [
    `## \`${usage}\``,
    sentence(command.description()),
    '',
    ...(options.length > 0 ? ['| flag | meaning | default |', '| --- | --- | --- |', ...options, ''] : []),
  ];
}

function argumentText(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionRow(option: Option): string {
  const choices = option.argChoices ? `: ${option.argChoices.join(', ')}` : '';
  const standard = option.defaultValueDescription ?? (option.defaultValue === undefined || typeof option.defaultValue === 'boolean' ? '' : String(option.defaultValue));
  return `| \`${option.flags}\` | ${(option.description + choices).replace(/\|/g, '\\|')} | ${standard} |`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
