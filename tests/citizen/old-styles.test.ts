import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CITIZEN_PAGE } from '../support/places.ts';

/** What Chrome 80 does not know, since when Chrome does (MDN), and a style with it. */
const NEWER: readonly (readonly [what: string, since: number, where: RegExp, example: string])[] = [
  [
    'gap in a flex box',
    84,
    /\{(?=[^}]*display:(?:inline-)?flex)(?=[^}]*\b(?:row-|column-)?gap:)[^}]*\}/,
    'a{gap:1px;color:red;display:flex}',
  ],
  [':focus-visible', 86, /:focus-visible/, 'a:focus-visible,b{color:red}'],
  ['inset', 87, /[{;]inset(?:-[a-z-]+)?:/, 'a{inset-inline-start:4px}'],
  ['margin or padding of an axis', 87, /[{;](?:margin|padding)-(?:inline|block):/, 'a{color:red;margin-inline:auto}'],
  ['border of an axis', 87, /[{;]border-(?:inline|block)(?:-width|-style|-color)?:/, 'a{border-inline:1px solid}'],
  [':is() or :where()', 88, /:(?:is|where)\(/, 'a:is(:lang(ur)){color:red}'],
  [':not() of more than one', 88, /:not\([^()]*[,\s>][^()]*\)/, 'a:not(.b,.c){color:red}'],
  ['aspect-ratio', 88, /aspect-ratio:/, 'a{aspect-ratio:1}'],
  ['accent-color', 93, /accent-color:/, 'a{accent-color:red}'],
  ['@layer', 99, /@layer/, '@layer b{a{color:red}}'],
  [':has()', 105, /:has\(/, 'a:has(b){color:red}'],
  ['@container', 105, /@container|container-type:/, '@container (width>9px){a{color:red}}'],
  ['units of small, large and dynamic views', 108, /\d[sld]v(?:w|h|i|b|min|max)\b/, 'a{height:100dvh}'],
  ['lh', 109, /\dr?lh\b/, 'a{top:.5lh}'],
  ['color-mix() and oklch()', 111, /color-mix\(|oklch\(|oklab\(/, 'a{color:color-mix(in srgb,red,blue)}'],
  ['text-wrap', 114, /text-wrap:/, 'a{text-wrap:pretty}'],
  ['nesting', 120, /[{;]&|\{[^{}@]*\{/, 'a{color:red;&:hover{color:blue}}'],
  ['light-dark()', 123, /light-dark\(/, 'a{color:light-dark(red,blue)}'],
];

/** What a phone leaves out without harm to this page. */
const DONE_WITHOUT: readonly (readonly [string, RegExp])[] = [
  ['lines of a title are of uneven length', /text-wrap:balance/g],
  ['the focus has the ring of the browser', /:focus-visible\{[^}]*\}/g],
  ['a word in the other language, by itself on its button', /:where\(\[lang=\w+\]\)\{[^}]*\}/g],
  ['a rule of the screens', /@layer\{\[data-react-aria-pressable\]\{[^}]*\}\}/g],
];

/** The page's styles, as they were built. */
function builtStyles(): string {
  const assets = join(CITIZEN_PAGE, 'assets');
  const files = readdirSync(assets).filter((name) => name.endsWith('.css'));
  expect(files).toHaveLength(1);
  return files.map((name) => readFileSync(join(assets, name), 'utf8')).join('\n');
}

const newerIn = (css: string): readonly string[] => {
  const read = DONE_WITHOUT.reduce((text, [, what]) => text.replace(what, ''), css);
  // A block within @media is not nested.
  const flat = read.replaceAll(/@media[^{]*\{((?:[^{}]*\{[^{}]*\})*)\}/g, '$1');
  return NEWER.flatMap(([what, since, where]) => {
    const found = where.exec(flat)?.[0].slice(0, 100);
    return found === undefined ? [] : [`${what} (Chrome ${since}): ${found}`];
  });
};

it('styles the page behind a slip with what Chrome 80 knows', () => {
  expect(newerIn(builtStyles())).toEqual([]);
});

it.each(NEWER)('finds %s', (what, since, _, example) => {
  expect(newerIn(example).join()).toContain(`${what} (Chrome ${since})`);
});
