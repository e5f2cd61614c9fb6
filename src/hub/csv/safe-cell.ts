/**
 * What a spreadsheet would take for a formula, also behind blanks, marks of direction or in full width (OWASP, "CSV
 * Injection"): `=`, `+`, `-`, `@`, a tab or a line end at the beginning.
 */
const FORMULA =
  /^(?:[\t\r\n]|[\s\p{Format}\p{Control}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66\uFE6B])/u;

/** A text that no spreadsheet carries out: what looks like a formula is made a text by an apostrophe. */
export const safeText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
