/**
 * What a chapter says about itself: title, scenes in order, size, frame rate, theme. In: the object an author writes
 * in scenes/<chapter>/chapter.ts. Out: the same with every default filled in, checked. It is bundled with the scenes,
 * so nothing here may need Node.
 */
import {z} from 'zod';
import {AuthorError} from '../author/authorError';
import {didYouMean} from '../author/nearNames';

const kind = 'lectern/chapter';
const sceneName = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a scene name in kebab-case, such as "01-initials"');
const text = z.string().trim().min(1, 'some text');
const pixels = z.int('a whole number of pixels').min(16, 'at least 16 pixels').max(8192, 'at most 8192 pixels')
  .multipleOf(2, 'an even number of pixels, which 4:2:0 video needs');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as "2026-03-31"');

const descriptionSchema = z.strictObject({
  about: text.optional(),
  links: z.array(z.strictObject({label: text, url: z.url('a web address')})).default([]),
  credits: z.array(text).default([]),
  corrections: z.array(text).default([]),
});

/** A place in a scene that is kept for a section of another chapter. */
const slotSchema = z.strictObject({
  scene: sceneName,
  title: text,
  about: text.optional(),
  due: text,
  owner: text,
  seconds: z.number('a number of seconds').positive('a number of seconds above 0'),
  section: text.optional(),
});

const settingsSchema = z.strictObject({
  title: text,
  subtitle: text.optional(),
  series: text.optional(),
  number: z.int('a whole number').min(0, 'a whole number from 0').optional(),
  status: z.enum(['draft', 'review', 'final'], '"draft", "review" or "final"').default('draft'),
  scenes: z.array(sceneName, 'a list of scene names'),
  sections: z.record(z.string(), text).default({}),
  size: z.tuple([pixels, pixels], '[width, height] in pixels').default([1920, 1080]),
  fps: z.int('a whole number of frames a second').min(1, 'at least 1 frame a second')
    .max(240, 'at most 240 frames a second').default(30),
  background: text.optional(),
  theme: z.enum(['dark', 'light'], '"dark" or "light"').default('dark'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as "en"').default('en'),
  wordsPerMinute: z.number('a number').min(60, 'at least 60 words a minute').max(300, 'at most 300 words a minute')
    .default(180),
  seed: z.int('a whole number').min(0, 'a whole number from 0').default(1),
  description: descriptionSchema.default({links: [], credits: [], corrections: []}),
  slots: z.record(z.string(), slotSchema).default({}),
  waivers: z.array(z.strictObject({rule: text, scene: sceneName.optional(), reason: text, expires: date})).default([]),
});

/** What an author writes. Only `title` and `scenes` are needed. */
export type ChapterSettings = z.input<typeof settingsSchema>;

/** A chapter with every default filled in: plain, frozen, and safe to print or to send to a worker. */
export type ChapterDefinition = Readonly<Omit<z.output<typeof settingsSchema>, 'size'>> & {
  readonly kind: typeof kind;
  readonly size: {readonly width: number; readonly height: number};
};

/**
 * Defines a chapter: the default export of scenes/<chapter>/chapter.ts.
 *
 * The film is the scenes in the order of the list; a chapter that is only planned has none yet, and cannot be played. `sections` names, by scene, where a new part begins in the
 * player's chapter list; without it every scene is a part.
 *
 * `slots` are places that wait for sections of other chapters: scenes draw them with `<PreviewSlot>`. One without a `section`
 * (a film of it, imported) is open, and a chapter with open slots renders as a draft or for review only.
 *
 * @param settings - title and scenes; size in pixels (even, 16 to 8192), fps (whole, 1 to 240), words a minute
 *   (60 to 300) for the timing of narration that has no recording
 * @returns the settings with defaults: 1920x1080, 30 fps, theme "dark", 180 words a minute
 * @throws AuthorError `Cannot define chapter: "fps" is "sixty", it takes a whole number of frames a second`
 * @example export default defineChapter({title: 'But what is a GPT?', scenes: ['01-initials', '02-uses']});
 */
export function defineChapter(settings: ChapterSettings): ChapterDefinition {
  const parsed = settingsSchema.safeParse(settings);
  if (!parsed.success) throw settingError(parsed.error.issues[0]!, settings);
  checkScenes(parsed.data.scenes, parsed.data.sections);
  checkSlots(parsed.data.scenes, parsed.data.slots);
  const [width, height] = parsed.data.size;
  return deepFreeze({...parsed.data, kind, size: {width, height}});
}

/**
 * Tells whether a module's default export came from `defineChapter`, also when it ran in another bundle's copy.
 */
export function isChapterDefinition(value: unknown): value is ChapterDefinition {
  return typeof value === 'object' && value !== null && (value as {kind?: unknown}).kind === kind;
}

function settingError(issue: z.core.$ZodIssue, settings: unknown): AuthorError {
  if (issue.code === 'unrecognized_keys') return unknownKey(issue);
  const key = issue.path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('');
  const received = issue.path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], settings);
  const takes = issue.message.startsWith('Invalid input') ? 'a value of another type' : issue.message;
  const is = received === undefined ? 'is missing' : `is ${JSON.stringify(received)}`;
  if (key === '') {
    return new AuthorError(`Cannot define chapter: defineChapter takes an object, not ${received === null ? 'null' : typeof received}`, {
      fix: "write defineChapter({title: 'A title', scenes: ['01-first']})",
    });
  }
  return new AuthorError(`Cannot define chapter: "${key}" ${is}, it takes ${takes}`, {fix: `give "${key}" ${takes}`});
}

function unknownKey(issue: z.core.$ZodIssueUnrecognizedKeys): AuthorError {
  const key = issue.keys[0]!;
  const owner = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'a chapter';
  const known = issue.path[0] === 'description' ? descriptionSchema.shape : settingsSchema.shape;
  const names = Object.keys(known);
  return new AuthorError(`Cannot define chapter: ${owner} has no setting "${key}"`, {
    fix: didYouMean(key, names) ?? `use one of ${names.join(', ')}`,
  });
}

function checkScenes(scenes: readonly string[], sections: Readonly<Record<string, string>>): void {
  const twice = scenes.find((name, i) => scenes.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new AuthorError(`Cannot define chapter: "scenes" lists "${twice}" twice`, {
      fix: 'list each scene once; a scene that returns needs a file of its own',
    });
  }
  const stray = Object.keys(sections).find(name => !scenes.includes(name));
  if (stray !== undefined) {
    throw new AuthorError(`Cannot define chapter: "sections" names the scene "${stray}", which "scenes" does not list`, {
      fix: didYouMean(stray, scenes) ?? 'name a listed scene',
    });
  }
}

function checkSlots(scenes: readonly string[], slots: ChapterDefinition['slots']): void {
  const stray = Object.entries(slots).find(([, {scene}]) => !scenes.includes(scene));
  if (stray === undefined) return;
  const [name, {scene}] = stray;
  throw new AuthorError(`Cannot define chapter: the slot "${name}" is in the scene "${scene}", which "scenes" does not list`, {
    fix: didYouMean(scene, scenes) ?? 'name a listed scene',
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
