/** The program of the watch page: shows pictures as they are drawn, plays them, and marks beats. Runs in a browser. */
import type {DrawnPicture, PictureId, WatchedScene, WatchEvent, WatchState} from './watchState';

type Row = (PictureId | null)[];
type Shown = Omit<WatchedScene, 'pictures' | 'before'> & {pictures: Row; before: Row};

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const view = {
  scene: find<HTMLSelectElement>('scene'),
  status: find('status'),
  picture: find<HTMLCanvasElement>('picture'),
  problem: find('problem'),
  warnings: find<HTMLDetailsElement>('warnings'),
  mark: find('mark'),
  line: find('line'),
  drawn: find('drawn'),
  focus: find('focus'),
  beats: find('beats'),
  head: find('head'),
  play: find<HTMLButtonElement>('play'),
  moment: find('moment'),
};

let state: (Omit<WatchState, 'scenes'> & {scenes: Shown[]}) | undefined;
let scene: Shown | undefined;
let frame = 0;
let isPlaying = false;
let isBefore = false;
let loop: {from: number; to: number} | undefined;
let playedFrom = {frame: 0, at: 0};

/** Decoded pictures by id, the latest last. */
const decoded = new Map<PictureId, Promise<ImageBitmap>>();
const MOST_DECODED = 240;

new EventSource('/events').onmessage = ({data}: MessageEvent<string>) => hear(JSON.parse(data) as WatchEvent);

function hear(event: WatchEvent): void {
  if (event.type === 'state') begin(event.state);
  else if (event.type === 'pictures') event.pictures.forEach(take);
  else if (event.type === 'problem') showProblem(event.problem.text);
  else if (event.type === 'first') {
    showProblem(undefined);
    void paint(event.id);
    view.status.textContent = `picture in ${(event.milliseconds / 1000).toFixed(2)} s`;
  } else if (event.scene === scene?.name) {
    view.status.textContent += scene.before.length > 0 ? `, ${event.differing} frames differ` : `, ${scene.frames} frames drawn`;
  }
}

function begin(next: WatchState): void {
  const isNew = state === undefined || state.scenes.length === 0;
  state = next as unknown as typeof state;
  document.title = next.title ? `${next.title}: watch` : 'lectern watch';
  view.scene.replaceChildren(...next.scenes.map(({name, title}) => new Option(name === title ? name : `${name}  ${title}`, name)));
  view.scene.hidden = next.scenes.length < 2;
  showProblem(next.problem?.text);
  const name = next.focus?.scene ?? scene?.name ?? next.scenes[0]?.name;
  scene = state!.scenes.find(other => other.name === name) ?? state!.scenes[0];
  if (!scene) return;
  const {focus} = next;
  if (focus && focus.scene === scene.name) {
    // Whoever looks at the edited beat already keeps their frame.
    if (isNew || frame < focus.from || frame >= focus.to) frame = focus.first;
    if (loop) loop = {from: focus.from, to: focus.to};
  }
  frame = Math.min(frame, scene.frames - 1);
  playedFrom = {frame, at: performance.now()};
  arrange();
  show();
}

/** Beats and marks on the time line. */
function arrange(): void {
  if (!scene) return;
  const {frames, beats, name, warnings} = scene;
  view.warnings.hidden = warnings.length === 0;
  view.warnings.firstElementChild!.textContent = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
  view.warnings.lastElementChild!.textContent = warnings.join('\n\n');
  view.scene.value = name;
  view.beats.replaceChildren(
    ...beats.map(beat => {
      const mark = document.createElement('span');
      mark.textContent = beat.name;
      mark.style.left = `${(100 * beat.frame) / frames}%`;
      return mark;
    }),
  );
  const focus = state?.focus?.scene === name ? state.focus : undefined;
  view.focus.style.left = `${(100 * (focus?.from ?? 0)) / frames}%`;
  view.focus.style.width = `${(100 * ((focus?.to ?? 0) - (focus?.from ?? 0))) / frames}%`;
  markDrawn();
}

let isMarking = false;
function markDrawn(): void {
  if (isMarking) return;
  isMarking = true;
  requestAnimationFrame(() => {
    isMarking = false;
    if (!scene) return;
    const {pictures, frames} = scene;
    const stops: string[] = [];
    for (let from = 0; from < frames; ) {
      let to = from;
      while (to < frames && (pictures[to] === null) === (pictures[from] === null)) to++;
      const colour = pictures[from] === null ? 'transparent' : '#2c3440';
      stops.push(`${colour} ${(100 * from) / frames}% ${(100 * to) / frames}%`);
      from = to;
    }
    view.drawn.style.background = `linear-gradient(to right, ${stops.join(', ')})`;
  });
}

function take({scene: name, frame: at, id}: DrawnPicture): void {
  const target = state?.scenes.find(other => other.name === name);
  if (!target) return;
  target.pictures[at] = id;
  if (target !== scene) return;
  markDrawn();
  if (at === frame && !isBefore) void paint(id);
}

function show(): void {
  if (!scene || !state) return;
  const id = (isBefore ? scene.before : scene.pictures)[frame] ?? scene.before[frame];
  if (id) void paint(id);
  view.mark.hidden = !isBefore;
  view.head.style.left = `${(100 * frame) / scene.frames}%`;
  const beat = scene.beats.filter(other => other.frame <= frame).at(-1)?.name ?? '';
  view.moment.textContent = `${(frame / state.fps).toFixed(2)} s   frame ${frame} of ${scene.frames}   ${beat}`;
  document.body.dataset.frame = String(frame);
}

/** The newest wish wins, whatever arrives first. */
let wish = 0;
async function paint(id: PictureId): Promise<void> {
  const mine = ++wish;
  const picture = await decode(id).catch(() => undefined);
  if (!picture || mine !== wish) return;
  const {canvas} = view.picture.getContext('2d')!;
  if (canvas.width !== picture.width || canvas.height !== picture.height) Object.assign(canvas, {width: picture.width, height: picture.height});
  view.picture.getContext('2d')!.drawImage(picture, 0, 0);
  document.body.dataset.picture = id;
}

function decode(id: PictureId): Promise<ImageBitmap> {
  const known = decoded.get(id);
  const picture = known ?? fetch(`/picture/${id}`).then(async answer => createImageBitmap(await answer.blob()));
  decoded.delete(id);
  decoded.set(id, picture);
  for (const old of [...decoded.keys()].slice(0, Math.max(0, decoded.size - MOST_DECODED))) decoded.delete(old);
  return picture;
}

function goTo(target: number): void {
  if (!scene) return;
  frame = Math.max(0, Math.min(scene.frames - 1, target));
  playedFrom = {frame, at: performance.now()};
  void fetch(`/look?${new URLSearchParams({scene: scene.name, frame: String(frame)})}`, {method: 'POST'});
  show();
}

function tick(): void {
  if (isPlaying && scene && state) {
    const {from, to} = loop ?? {from: 0, to: scene.frames};
    const passed = Math.floor(((performance.now() - playedFrom.at) / 1000) * state.fps);
    const next = from + ((((playedFrom.frame - from + passed) % (to - from)) + (to - from)) % (to - from));
    if (next !== frame) {
      frame = next;
      show();
      for (let ahead = 1; ahead < 8; ahead++) {
        const id = scene.pictures[frame + ahead];
        if (id) void decode(id).catch(() => undefined);
      }
    }
  }
  requestAnimationFrame(tick);
}
requestAnimationFrame(tick);

function setPlaying(next: boolean): void {
  isPlaying = next;
  view.play.textContent = next ? 'pause' : 'play';
  playedFrom = {frame, at: performance.now()};
  if (!next) goTo(frame);
}

function setBefore(next: boolean): void {
  if (next === isBefore || (next && !scene?.before.length)) return;
  isBefore = next;
  show();
}

function toggleLoop(): void {
  if (!scene) return;
  const from = scene.beats.filter(beat => beat.frame <= frame).at(-1)?.frame ?? 0;
  const to = scene.beats.find(beat => beat.frame > frame)?.frame ?? scene.frames;
  loop = loop ? undefined : {from, to};
  view.status.textContent = loop ? 'looping this beat' : '';
  if (loop) setPlaying(true);
}

function showProblem(text: string | undefined): void {
  view.problem.hidden = text === undefined;
  view.problem.textContent = text ?? '';
}

function beatStep(direction: 1 | -1): void {
  if (!scene) return;
  const edges = [0, ...scene.beats.map(beat => beat.frame), scene.frames - 1];
  goTo((direction > 0 ? edges.find(edge => edge > frame) : edges.filter(edge => edge < frame).at(-1)) ?? frame);
}

const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
  ' ': () => setPlaying(!isPlaying),
  ArrowRight: event => goTo(frame + (event.shiftKey ? 10 : 1)),
  ArrowLeft: event => goTo(frame - (event.shiftKey ? 10 : 1)),
  ArrowDown: () => beatStep(1),
  ArrowUp: () => beatStep(-1),
  l: toggleLoop,
  b: () => setBefore(true),
  r: () => void fetch('/redraw', {method: 'POST'}),
};

addEventListener('keydown', event => {
  const action = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
  if (!action) return;
  event.preventDefault();
  action(event);
});
addEventListener('keyup', ({key}) => key === 'b' && setBefore(false));
view.play.addEventListener('click', () => setPlaying(!isPlaying));
view.scene.addEventListener('change', () => {
  scene = state?.scenes.find(({name}) => name === view.scene.value);
  loop = undefined;
  arrange();
  goTo(0);
});
view.line.addEventListener('pointerdown', event => {
  view.line.setPointerCapture(event.pointerId);
  scrub(event);
});
view.line.addEventListener('pointermove', event => event.buttons > 0 && scrub(event));

function scrub({clientX}: PointerEvent): void {
  if (!scene) return;
  const {left, width} = view.line.getBoundingClientRect();
  goTo(Math.floor(((clientX - left) / width) * scene.frames));
}
