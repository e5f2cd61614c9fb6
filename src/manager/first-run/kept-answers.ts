import type { CentreFile } from '../../protocol/centre-file.ts';
import { finished } from './new-centre.ts';

const KEY = 'markaz.first-run';

/** How far the first run has come; it outlives a reload. */
export interface Answers {
  readonly file: CentreFile;
  /** From 0; -1: on the first page again. */
  readonly step: number;
  /** Read from a file: there is nothing to ask. */
  readonly isFromFile: boolean;
}

/** The centre as the hub takes it. */
export const asTaken = ({ file, isFromFile }: Answers): CentreFile => (isFromFile ? file : finished(file));

/** What was answered before this page was loaded; undefined when nothing was. */
export function keptAnswers(): Answers | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Answers | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepAnswers(answers: Answers | undefined): void {
  if (answers) localStorage.setItem(KEY, JSON.stringify(answers));
  else localStorage.removeItem(KEY);
}
