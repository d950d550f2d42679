/** The prose of the project's own, in assets/corpus, in the order in which the language models count it. */
export const proseFiles = [
  'lighthouse.txt', 'robot.txt', 'bakery.txt', 'train.txt', 'garden.txt', 'words.txt', 'numbers.txt', 'weather.txt', 'questions.txt',
] as const;
