/** A piece of a page whose texts are escaped. */
export interface Html {
  readonly markup: string;
}
type Value = Html | string | number | null | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const isHtml = (value: Value): value is Html => typeof value === 'object' && value !== null && 'markup' in value;

function markupOf(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value).replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
  return isHtml(value) ? value.markup : value.map(({ markup }) => markup).join('');
}

/** A template whose values are escaped unless they are Html themselves. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.map((part, place) => (place === 0 ? '' : markupOf(values[place - 1] ?? null)) + part).join(''),
});

/** Markup of our own making, as it is. */
export const asItIs = (markup: string): Html => ({ markup });
