import { readFileSync, writeFileSync } from 'node:fs';

/** Rows as a Markdown table, padded so that it reads well as plain text too. */
export function tableOf<Row>(
  columns: readonly (readonly [title: string, cell: (row: Row) => string])[],
  rows: readonly Row[],
): string {
  const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => line[i]?.length ?? 0)));
  const lines = cells.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** Puts text between the two marks of a page. @throws when the page has no marks. */
export function writeTable(page: string, text: string): void {
  const [before, , after] = readFileSync(page, 'utf8').split(/(?<=<!-- table -->\n)|(?=<!-- end of table -->)/);
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the table.`);
  writeFileSync(page, `${before}\n${text}\n\n${after}`);
}
