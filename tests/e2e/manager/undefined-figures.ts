import type { Page } from 'playwright';

const UNDEFINED = `(() => {
  const isSaid = (one) => (one.querySelector('dd[data-part=means]')?.textContent ?? '').trim().includes(' ');
  const said = [...document.querySelectorAll('main dl > div')].filter(isSaid);
  const names = said.map((one) => one.querySelector('dt').textContent.trim());
  const heads = [...document.querySelectorAll('main thead tr')].flatMap((row) => [...row.querySelectorAll('th[scope=col]')].slice(1));
  return heads.map((head) => head.textContent.replace(/^[▾▴]/, '').trim()).filter((head) => !names.includes(head));
})()`;

/** The heads of the tables on a page that no sentence on it defines; the first of each table says what its rows are. */
export const undefinedFigures = (page: Page): Promise<readonly string[]> => page.evaluate<string[]>(UNDEFINED);
