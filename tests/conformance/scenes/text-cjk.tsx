import {Layout, Txt, makeScene2D} from '@motion-canvas/2d';
import {createRef} from '@motion-canvas/core';

/** Chinese and mixed text breaks between characters, but not before closing marks. */
export default makeScene2D(function* (view) {
  const column = createRef<Layout>();
  view.add(
    <Layout ref={column} layout direction={'column'} gap={24} width={800} fontFamily={'IBM Plex Sans SC'} fontSize={32}>
      <Txt fill={'white'} textWrap text={'词向量把每个词放进空间里，意思相近的词靠得近；“国王”减去“男人”加上“女人”，得到“女王”。'} />
      <Txt fill={'#e6a700'} textWrap text={'混合 English 与中文，数字 3.14159 不断开，（括号）也要守规矩！'} />
      <Txt fill={'#68abdf'} text={'不换行的一行：注意力机制'} />
    </Layout>,
  );
  yield* column().width(380, 0.6);
});
