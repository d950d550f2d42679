/** Text in other languages, never typed into a scene: who wrote it, where it stands, and who has read it over. */
export interface Translation {
  readonly english: string;
  readonly chinese: string;
  /** Where both wordings are published, as the source tag says it. */
  readonly source: string;
  readonly urls: {readonly english: string; readonly chinese: string};
  /** Who put it into Chinese: people or a machine. */
  readonly translator: 'human' | 'machine';
  /** The Chinese word for word, for those who do not read it. */
  readonly backTranslation: string;
  /** How far this copy has been read over, and by whom. */
  readonly review: {readonly state: 'read by a reader of Chinese' | 'compared with published copies'; readonly note: string};
}

/** Article 1 of the Universal Declaration of Human Rights, first sentence, in the wording that the United Nations publish. */
export const humanRights: Translation = {
  english: 'All human beings are born free and equal in dignity and rights.',
  chinese: '人人生而自由，在尊严和权利上一律平等。',
  source: 'Universal Declaration of Human Rights, article 1',
  urls: {
    english: 'https://www.ohchr.org/en/human-rights/universal-declaration/translations/english',
    chinese: 'https://www.ohchr.org/en/human-rights/universal-declaration/translations/chinese',
  },
  translator: 'human',
  backTranslation: 'Everyone is born free, [and] in dignity and rights all alike equal.',
  review: {
    state: 'compared with published copies',
    note: 'Equal, character for character, to several published copies of the official text; no reader of Chinese has gone over this film yet.',
  },
};
