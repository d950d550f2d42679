/** Why a case is not the same to the bit, by its name; printed in the compatibility table. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {};
