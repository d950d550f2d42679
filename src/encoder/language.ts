/** Names of languages: mp4 wants three letters where web pages want two. */

/** ISO 639-1 and ISO 639-2/T, by pairs. */
const pairs = 'ar ara bg bul bn ben ca cat cs ces cy cym da dan de deu el ell en eng eo epo es spa et est eu eus fa fas fi fin fr fra ga gle '
  + 'gl glg he heb hi hin hr hrv hu hun hy hye id ind is isl it ita ja jpn ka kat kk kaz ko kor la lat lt lit lv lav mk mkd ms msa mt mlt '
  + 'nb nob nl nld nn nno no nor pl pol pt por ro ron ru rus sk slk sl slv sq sqi sr srp sv swe sw swa ta tam te tel th tha tr tur uk ukr '
  + 'ur urd vi vie zh zho';
const threeLetters = new Map(Array.from(pairs.matchAll(/(\w\w) (\w\w\w)/g), ([, two, three]) => [two!, three!]));

/**
 * Turns a language tag into the three letters that an mp4 track carries.
 *
 * @param tag - a BCP 47 tag such as "en" or "pt-BR"; a primary tag of three letters is taken as it is
 * @returns ISO 639-2/T, or "und" when the tag is absent or not known here
 * @example trackLanguage('en-GB')  // 'eng'
 */
export function trackLanguage(tag: string | undefined): string {
  const primary = tag?.toLowerCase().split('-')[0] ?? '';
  return threeLetters.get(primary) ?? (/^[a-z]{3}$/.test(primary) ? primary : 'und');
}
