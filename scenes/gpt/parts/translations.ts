/** Text in other languages, never typed into a scene: with its source, and who has read it over. */
export interface Translation {
  readonly english: string;
  readonly chinese: string;
  readonly source: string;
  readonly reviewed: string;
}

/** Article 1 of the Universal Declaration of Human Rights, in the wording that the United Nations publish. */
export const humanRights: Translation = {
  english: 'All human beings are born free and equal in dignity and rights.',
  chinese: '人人生而自由，在尊严和权利上一律平等。',
  source: 'Universal Declaration of Human Rights, article 1, in the official English and Chinese texts',
  reviewed: 'United Nations, 1948',
};
