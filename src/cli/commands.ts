/** The commands, their arguments and their flags. What each does is in the file of its name. */
import {Option, type Command} from 'commander';
import {ExitCode} from '../author/authorError';

const AT = 'a frame (128), seconds (4.2s), a percentage (50%), a timecode (00:00:04:08) or a beat';

/** Adds every command to the program. */
export function addCommands(program: Command): void {
  program
    .command('still')
    .description('draw one frame as a PNG')
    .argument('<chapter|file>', 'a chapter (gpt), a scene of it (gpt/03-tokens), a scene file or a project file')
    .argument('[scene...]', 'scenes of the chapter')
    .option('--at <moment...>', `which frame: ${AT}`, ['50%'])
    .option('-o, --out <file>', 'where to write; {} stands for the moment when there are several')
    .addOption(filmOptions.scale())
    .addOption(filmOptions.fps())
    .addOption(filmOptions.text())
    .addOption(filmOptions.background())
    .action(async (...given) => run((await import('./still')).still, given));
}

/** Flags that say how a film is drawn, the same for every command. */
export const filmOptions = {
  scale: () => new Option('--scale <factor>', 'pixels drawn for one pixel of the design').argParser(positive('--scale')),
  fps: () => new Option('--fps <number>', 'frames a second, over what the chapter says').argParser(positive('--fps')),
  background: () => new Option('--background <colour>', 'the ground, over what the chapter says'),
  text: () => new Option('--text <renderer>', 'text that is the same on every system, or as this system draws it').choices(['portable', 'system']).default('portable'),
};

type Handler = (...given: never[]) => Promise<void>;

/** Success is declared last, by a handler that came to its end. */
async function run(handler: Handler, given: unknown[]): Promise<void> {
  await handler(...(given.slice(0, -1) as never[]));
  process.exitCode = ExitCode.ok;
}

function positive(flag: string): (text: string) => number {
  return text => {
    const value = Number(text);
    if (Number.isFinite(value) && value > 0) return value;
    throw Object.assign(new RangeError(`Cannot use ${flag} ${text}: give a number above 0`));
  };
}
