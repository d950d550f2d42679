/** The commands, their arguments and their flags. What each does is in the file of its name. */
import {InvalidArgumentError, Option, type Command} from 'commander';
import {ExitCode} from '../author/authorError';

const MOMENT = 'a frame (128), seconds (4.2s), a percentage (50%), a timecode (00:00:04:08), a scene or a beat';
const RANGE = 'only these frames: 120-240, 2s-5s, 25%-50%, beat..beat, or a scene';
const TARGET = 'a chapter (gpt), a scene of it (gpt/03-tokens), a scene file or a Motion Canvas project file';

/** Adds every command to the program. */
export function addCommands(program: Command): void {
  program
    .command('render')
    .description('draw a film and encode it as an mp4, with captions and chapter markers')
    .argument('<chapter|file>', TARGET)
    .argument('[scene...]', 'only these scenes of the chapter')
    .option('-o, --out <file>', 'where to write (default: renders/<name>.mp4)')
    .addOption(new Option('--for <profile>', 'what the film is for').choices(['draft', 'review', 'youtube', 'master']).default('review'))
    .option('--range <from-to>', RANGE)
    .addOption(filmOptions.jobs())
    .addOption(filmOptions.scale())
    .addOption(filmOptions.fps())
    .addOption(filmOptions.background())
    .addOption(filmOptions.text())
    .addOption(new Option('--crf <number>', 'quality, over the profile: 0 is lossless, 51 is worst').argParser(number(0, 51)))
    .addOption(new Option('--preset <preset>', 'effort of the encoder, over the profile').choices(PRESETS))
    .addOption(new Option('--tune <tune>', 'kind of picture, over the profile').choices(['film', 'animation', 'grain', 'stillimage']))
    .addOption(new Option('--gop <frames>', 'frames from one keyframe to the next').argParser(whole(1, 600)))
    .option('--no-cache', 'draw every frame again')
    .addOption(new Option('--overwrite <when>', 'what to do with a film that is there').choices(['always', 'never']).default('always'))
    .addOption(filmOptions.longestScene())
    .option('--strict', 'treat warnings as errors')
    .option('--json', 'print one line of figures instead of the path')
    .option('-q, --quiet', 'print nothing but the path')
    .action(async (...given) => run((await import('./render')).render, given));
  program
    .command('preview')
    .description('render a half-size draft with scene, beat, frame and timecode written into the picture')
    .argument('<chapter|file>', TARGET)
    .argument('[scene...]', 'only these scenes of the chapter')
    .option('-o, --out <file>', 'where to write (default: renders/<name>-preview.mp4)')
    .option('--range <from-to>', RANGE)
    .option('--plain', 'leave the picture as it is')
    .addOption(filmOptions.jobs())
    .addOption(filmOptions.fps())
    .addOption(filmOptions.background())
    .addOption(filmOptions.text())
    .option('-q, --quiet', 'print nothing but the path')
    .action(async (...given) => run((await import('./preview')).preview, given));
  const fresh = program.command('new').description('begin a chapter or a scene with files that render as they are');
  fresh
    .command('chapter')
    .description('write scenes/<name> with a first scene and its narration')
    .argument('<name>', 'small letters, digits and dashes')
    .action(async (...given) => run((await import('./new')).newChapter, given));
  fresh
    .command('scene')
    .description('write a scene and add it to its chapter')
    .argument('<chapter/name>', 'e.g. hello/more: it gets the next number')
    .action(async (...given) => run((await import('./new')).newScene, given));
  program
    .command('dev')
    .description("open a chapter in Motion Canvas's own editor, on a page of this machine")
    .argument('[chapter|file]', `${TARGET} (default: the only chapter)`)
    .argument('[scene...]', 'only these scenes of the chapter: the editor runs each one before it shows the first')
    .addOption(filmOptions.port(9000))
    .action(async (...given) => run((await import('./dev')).dev, given));
  program
    .command('watch')
    .description('show the film as it is after each save, on a page of this machine')
    .argument('<chapter|file>', TARGET)
    .argument('[scene...]', 'only these scenes of the chapter')
    .addOption(filmOptions.port(7474))
    .addOption(filmOptions.scale().default(0.5))
    .addOption(filmOptions.fps())
    .addOption(filmOptions.background())
    .addOption(filmOptions.text())
    .action(async (...given) => run((await import('./watch')).watch, given));
  program
    .command('still')
    .description('draw single frames as PNG files')
    .argument('<chapter|file>', TARGET)
    .argument('[scene...]', 'scenes of the chapter')
    .option('--at <moment...>', `which frames: ${MOMENT}`, ['50%'])
    .option('-o, --out <file>', 'where to write; {} stands for the moment when there are several')
    .addOption(filmOptions.scale())
    .addOption(filmOptions.fps())
    .addOption(filmOptions.background())
    .addOption(filmOptions.text())
    .action(async (...given) => run((await import('./still')).still, given));
  program
    .command('sheet')
    .description('draw a contact sheet: a small picture for each beat, with its name and timecode')
    .argument('<chapter|file>', TARGET)
    .argument('[scene...]', 'scenes of the chapter')
    .option('-o, --out <file>', 'where to write: .png, or .html for a page with the narration')
    .option('--html', 'write a page with the narration')
    .addOption(new Option('--moment <moment>', 'show each beat as it begins, half-way, or settled').choices(['start', 'middle', 'end']).default('start'))
    .addOption(sheetOptions.columns(4))
    .addOption(sheetOptions.width(480))
    .addOption(filmOptions.fps())
    .addOption(filmOptions.background())
    .addOption(filmOptions.text())
    .action(async (...given) => run((await import('./sheet')).sheet, given));
  program
    .command('strip')
    .description('draw the frames of a short span side by side, to judge a movement')
    .argument('<chapter|file>', TARGET)
    .argument('[scene...]', 'scenes of the chapter')
    .option('--from <moment>', `the first frame: ${MOMENT}`)
    .option('--to <moment>', 'where to stop')
    .option('--every <step>', 'from one picture to the next: 3 (frames) or 0.1s (default: about 24 pictures)')
    .option('-o, --out <file>', 'where to write')
    .addOption(sheetOptions.columns(6))
    .addOption(sheetOptions.width(320))
    .addOption(filmOptions.fps())
    .addOption(filmOptions.background())
    .addOption(filmOptions.text())
    .action(async (...given) => run((await import('./strip')).strip, given));
  program
    .command('check')
    .description('look at every frame as a careful reviewer would: jumps, pops, flashes, text that cannot be read, captions, open slots')
    .argument('<chapter|file>', TARGET)
    .argument('[scene...]', 'only these scenes of the chapter')
    .addOption(new Option('--fail-on <severity>', 'what makes the check fail').choices(['error', 'warning', 'never']).default('error'))
    .addOption(filmOptions.fps())
    .option('--json', 'print one line of JSON')
    .option('-q, --quiet', 'print nothing but the findings')
    .action(async (...given) => run((await import('./check')).check, given));
  program
    .command('list')
    .description('list the chapters here, or the scenes of one with their times and beats')
    .argument('[chapter|file]', TARGET)
    .option('--json', 'print one line of JSON')
    .action(async (...given) => run((await import('./list')).list, given));
  program
    .command('doctor')
    .description('say what this machine renders with: encoder, versions, fonts')
    .option('--json', 'print one line of JSON')
    .action(async (...given) => run((await import('./doctor')).doctor, given));
  const cache = program.command('cache').description('look after the chunks that are kept from one render to the next');
  cache
    .command('ls')
    .description('list the chunks, last used first')
    .option('--json', 'print one line of JSON')
    .action(async (...given) => run((await import('./cache')).listCache, given));
  cache
    .command('verify')
    .description('read every chunk through, and delete what is damaged')
    .option('--json', 'print one line of JSON')
    .action(async (...given) => run((await import('./cache')).verifyCache, given));
  cache
    .command('gc')
    .description('make room: delete what was used least lately, but nothing that a render is using')
    .addOption(new Option('--max-size <size>', 'how much may stay, such as 500MB or 2GB; 0 deletes all').argParser(bytes).default(5e9, '5GB'))
    .addOption(new Option('--max-age <days>', 'how long ago it may have been used').argParser(number(0, 36_500)).default(30))
    .option('--json', 'print one line of JSON')
    .action(async (...given) => run((await import('./cache')).collectGarbage, given));
  program
    .command('data')
    .description('read data as users have it')
    .command('vectors')
    .description('make a table of word vectors that scenes import, from GloVe, word2vec, fastText, .npy or safetensors')
    .argument('<file>', 'the vectors as they were published')
    .requiredOption('--words <list>', 'the words to keep, parted by commas')
    .requiredOption('-o, --out <file>', 'the table to write (.json)')
    .option('--vocabulary <file>', 'one word a line, for .npy and safetensors')
    .addOption(new Option('--encoding <name>', 'how the words are written').choices(['utf-8', 'windows-1252']))
    .option('--licence <text>', 'under which the vectors were published')
    .action(async (...given) => run((await import('./vectors')).vectors, given));
}

const PRESETS = ['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium', 'slow', 'slower', 'veryslow'];

/** Flags that say how a film is drawn, the same for every command. */
const filmOptions = {
  jobs: () => new Option('-j, --jobs <number>', 'worker processes (default: one for each processor)').argParser(whole(1, 256)),
  port: (port: number) => new Option('--port <number>', 'where the page is; the next free one of ten where it is taken').argParser(whole(0, 65_535)).default(port),
  scale: () => new Option('--scale <factor>', 'pixels drawn for one pixel of the design').argParser(number(0.01, 16)),
  fps: () => new Option('--fps <number>', 'frames a second, over what the chapter says').argParser(whole(1, 240)),
  background: () => new Option('--background <colour>', 'the ground, over what the chapter says'),
  text: () =>
    new Option('--text <renderer>', 'text that is the same on every system, or as this system draws it').choices(['portable', 'system']).default('portable'),
  longestScene: () => new Option('--longest-scene <seconds>', 'a scene that goes on for longer is an endless loop').argParser(number(1, 86_400)),
};

/** Flags of commands that lay out small pictures. */
const sheetOptions = {
  columns: (count: number) => new Option('--columns <number>', 'pictures in a row').argParser(whole(1, 40)).default(count),
  width: (pixels: number) => new Option('--width <pixels>', 'width of one picture').argParser(whole(64, 1920)).default(pixels),
};

type Handler = (...given: never[]) => Promise<void>;

/** Success is declared last, by a handler that came to its end. */
async function run(handler: Handler, given: unknown[]): Promise<void> {
  await handler(...(given.slice(0, -1) as never[]));
  process.exitCode = ExitCode.ok;
}

function number(least: number, most: number): (text: string) => number {
  return text => {
    const value = Number(text);
    if (text.trim() !== '' && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a number from ${least} to ${most}.`);
  };
}

function bytes(text: string): number {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kMGT]?B?)$/i.exec(text.trim()) ?? [];
  if (count === undefined) throw new InvalidArgumentError('Give a size such as 500MB or 2GB.');
  return Number(count) * 1000 ** ' kmgt'.indexOf((unit.charAt(0).replace(/b/i, '') || ' ').toLowerCase());
}

function whole(least: number, most: number): (text: string) => number {
  const parse = number(least, most);
  return text => {
    const value = parse(text);
    if (Number.isInteger(value)) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
