import {Img, Layout, makeScene2D} from '@motion-canvas/2d';
import {all, createRef} from '@motion-canvas/core';
import png from '../assets/photo.png';
import jpeg from '../assets/photo.jpg';
import webp from '../assets/photo.webp';
import svg from '../assets/figure.svg';
import small from '../assets/checker.png';

/** Pictures of every format, with radius, ratio, alpha, without smoothing; colours read out of one. */
export default makeScene2D(function* (view) {
  const photo = createRef<Img>();
  const pixels = createRef<Img>();
  yield view.add(
    <Layout layout gap={16} wrap={'wrap'} width={900} alignItems={'center'} justifyContent={'center'}>
      <Img ref={photo} src={png} width={240} radius={30} />
      <Img src={jpeg} height={160} stroke={'#e6a700'} lineWidth={6} />
      <Img src={webp} size={[120, 200]} />
      <Img src={svg} width={160} />
      <Img ref={pixels} src={small} size={160} smoothing={false} />
      <Img src={png} width={100} alpha={0.4} fill={'#e13238'} ratio={1} />
    </Layout>,
  );
  view.fill(photo().getColorAtPoint([0, 0]).darken(2));
  yield* all(photo().width(320, 0.4), photo().radius(100, 0.4), pixels().rotation(30, 0.4));
  yield photo().src(jpeg);
  yield* photo().alpha(0.7, 0.2);
});
