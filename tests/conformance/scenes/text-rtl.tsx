import {Layout, Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

/** Right-to-left text, mixed with Latin and numbers; in a face that has Hebrew. */
export default makeScene2D(function* (view) {
  const column = createRef<Layout>();
  view.add(
    <Layout ref={column} layout direction={'column'} gap={24} width={800} fontFamily={'DejaVu Sans'} fontSize={34}>
      <Txt fill={'white'} textDirection={'rtl'} text={'שלום עולם'} />
      <Txt fill={'#e6a700'} textDirection={'rtl'} text={'שלום Motion Canvas 3.17 עולם!'} />
      <Txt fill={'#99c47a'} text={'Latin with שלום inside, and (123) after'} />
      <Txt fill={'#68abdf'} textWrap textDirection={'rtl'} text={'פסקה ארוכה שנשברת לכמה שורות כאשר הרוחב קטן, with some Latin words in it'} />
    </Layout>,
  );
  yield* column().width(460, 0.5);
});
