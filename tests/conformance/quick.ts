/** What continuous integration compares: one case of each family, in under a minute. */
export const QUICK_CASES: readonly string[] = ['circle', 'rect'];
