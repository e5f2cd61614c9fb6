import { LineCounter, parseDocument } from 'yaml';
import type { Centre } from '../../domain/centre.ts';
import { centreFileSchema } from '../centre-file.ts';
import { centreOfFile } from './centre-of-file.ts';
import { type FileFault, fileFault } from './file-faults.ts';

/** One fault of a centre file, at its line (from 1); `fault` is null where the text is no YAML. */
export interface CentreFault {
  readonly line: number;
  readonly message: string;
  readonly fault: FileFault | null;
}

/** Reads a centre file (YAML). Gives the centre, or every fault with its line. */
export function readCentreFile(
  text: string,
): { readonly ok: true; readonly centre: Centre } | { readonly ok: false; readonly faults: readonly CentreFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: error.message.split('\n')[0] ?? '',
      fault: null,
    }));
    return { ok: false, faults };
  }
  const parsed = centreFileSchema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return { ok: true, centre: centreOfFile(parsed.data) };
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const faults = parsed.error.issues.map((issue) => ({
    line: lineOf(issue.path),
    message: `${issue.path.join('.')}: ${issue.message}`,
    fault: fileFault(issue),
  }));
  return { ok: false, faults: faults.toSorted((a, b) => a.line - b.line) };
}
