import {defineChapter} from 'lectern';

/** Chapter 1: a walk through a GPT, from the text that goes in to the word that comes out. README.md has the plan. */
export default defineChapter({
  title: 'But what is a GPT?',
  subtitle: 'From the text that goes in to the word that comes out',
  series: 'Inside a transformer',
  number: 1,
  scenes: [
    '01-initials',
    '02-uses',
    '03-loop',
    '04-under-the-hood',
    '05-tokens',
    '06-vectors',
    '07-attention',
    '08-questions',
    '09-last-vector',
    '10-chatbot',
    '11-where-this-sits',
    '12-dials',
    '13-regression',
    '14-tensors',
    '15-weights-and-data',
    '16-counting',
    '17-embedding-matrix',
    '18-directions',
    '19-dot-products',
    '20-context',
    '21-context-size',
    '22-unembedding',
    '23-softmax',
    '24-temperature',
    '25-logits',
    '26-next',
  ],
  slots: {
    attention: {scene: '26-next', title: 'Attention', about: 'whom to listen to', due: '2', owner: 'attention team', seconds: 3.5},
    facts: {scene: '26-next', title: 'Facts', about: 'where they are kept', due: '3', owner: 'facts team', seconds: 3.5},
  },
  description: {
    about: 'A GPT guesses the next piece of a text, again and again. This chapter follows one sentence through it: tokens, '
      + 'vectors, attention, the perceptron layers, and the softmax that turns scores into probabilities.',
    links: [
      {label: 'The transformer (Vaswani et al., 2017)', url: 'https://arxiv.org/abs/1706.03762'},
      {label: 'GPT-3 (Brown et al., 2020)', url: 'https://arxiv.org/abs/2005.14165'},
    ],
    credits: ['Word vectors and counting models: trained by this project on a text of its own.'],
  },
});
