/** How far back models can see, as bars on one scale: scene 21 ends with them, scene 22 begins with them. */
import {Layout, Rect} from '@motion-canvas/2d';
import {createSignal} from '@motion-canvas/core';
import {formatInteger, modelSpec, safe, size, theme} from 'lectern';
import gpt2File from '../../../assets/models/gpt-2.json';
import gpt3File from '../../../assets/models/gpt-3.json';
import gpt4File from '../../../assets/models/gpt-4-turbo.json';
import {Word} from '../../../src/components/Word';

const models = [gpt2File, gpt3File, gpt4File].map(file => modelSpec(file));
const longest = Math.max(...models.map(({sizes}) => sizes.context ?? 0));

/** Where the figures come from. */
export const contextSource = 'as published; lengths are to scale';

/** A bar for each model, in its last place. */
export function contextBars() {
  return models.map(contextBar);
}

/** A model's context size as a bar, all to one scale. */
function contextBar(model: (typeof models)[number], index: number) {
  const context = model.sizes.context ?? 0;
  const full = 1340;
  const y = -230 + index * 210;
  const length = createSignal(1);
  const left = -safe.title.x;
  const node = (
    <Layout>
      <Word text={`${model.name}, ${model.published.slice(0, 4)}`} fontSize={size.label} y={y} />
      <Rect offset={[-1, 0]} position={[left, y + 66]} height={48} width={() => (full * context * length()) / longest} radius={4} fill={() => theme().highlight} />
      <Word text={formatInteger(context)} fontSize={size.label} weight={600} color={() => theme().highlight} y={y + 66} />
    </Layout>
  ) as Layout;
  const [title, , count] = node.children() as [Word, Rect, Word];
  title.x(left + title.width() / 2);
  count.x(() => left + (full * context * length()) / longest + 24 + count.width() / 2);
  function hide(): void {
    node.opacity(0);
    length(0);
  }
  function* appear(seconds: number) {
    yield* node.opacity(1, 0.3);
    yield* length(1, seconds);
  }
  return {node, hide, appear};
}
