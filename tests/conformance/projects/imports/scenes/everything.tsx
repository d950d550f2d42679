import {Img, Layout, Rect, SVG, Txt, makeScene2D} from '@motion-canvas/2d';
import {Circle} from '@motion-canvas/2d/lib/components';
import {createRef} from '@motion-canvas/core/lib/utils';
import {all} from '@motion-canvas/core/lib/flow';
import {ACCENT} from '~lib/colours';
import doubled from '#doubled';
import numbers from '@shared/numbers.json';
import note from '@shared/note.txt?raw';
import markup from '@shared/figure.svg?raw';
import address from '@shared/figure.svg?url';
import picture from '../../../assets/photo.jpg';
import shader from '../source/tint.glsl';

declare const __TITLE__: string;

/** One import of each kind, shown. */
export default makeScene2D(function* (view) {
  const bars = createRef<Layout>();
  const row = createRef<Layout>();
  yield view.add(
    <Layout layout direction={'column'} gap={14} padding={20} size={'100%'} fontSize={22}>
      <Txt fontFamily={'Display'} fill={ACCENT} fontSize={34} text={`${numbers.title}, ${__TITLE__}`} />
      <Txt fill={'white'} textWrap={'pre'} text={`${note.trim()}\n${shader.includes('vec4 tint()') ? 'shaders are joined' : 'a shader is incomplete'}`} />
      <Layout ref={row} gap={16} alignItems={'end'}>
        <Img src={address} size={90} />
        <Img src={picture} height={90} />
        <Img src={'/checker.png'} size={90} smoothing={false} />
        <Layout ref={bars} gap={6} alignItems={'end'}>
          {numbers.values.map(value => <Rect width={20} height={doubled(value) * 5} fill={ACCENT} />)}
        </Layout>
        <Circle size={60} fill={'#68abdf'} />
      </Layout>
    </Layout>,
  );
  row().add(<SVG svg={markup} size={90} />);
  yield* all(bars().gap(20, 0.5), bars().opacity(0.5, 0.5));
});
