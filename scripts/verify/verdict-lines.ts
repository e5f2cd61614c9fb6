import { shortHash } from '../../src/domain/keeping/chain-head.ts';
import type { Finding, Verdict } from '../../src/store/log/verify.ts';

const WHY = { missing: 'it is missing', changed: 'it, or what its seal stands on, was changed' } as const;

function findingLine(finding: Finding): string {
  switch (finding.kind) {
    case 'chain':
      return `The chain is broken at event ${finding.seq}: ${WHY[finding.why]}.`;
    case 'tables':
      return `The tables are not what the log gives: ${finding.tables.join(', ')}.`;
    case 'cut':
      return `The end of the log was cut off: ${finding.by} has seen event ${finding.seq}, and the log ends at ${finding.endsAt}.`;
    case 'otherLog':
      return `This is not the log that ${finding.by} has seen: event ${finding.seq} is another one.`;
  }
}

/** Restores explain what witnesses of before miss; that is said, and still is no whole log. */
function restoreLines({ restores, findings }: Verdict): readonly string[] {
  const isContradicted = findings.some(({ kind }) => kind === 'cut' || kind === 'otherLog');
  return restores.flatMap(({ seq, at }) => [
    `The store was put back from a snapshot at event ${seq}, on ${new Date(at).toISOString()}.`,
    ...(isContradicted
      ? ['  What was seen before that and is missing here lies in the store kept aside (aside/).']
      : []),
  ]);
}

/** What a check found, in words. */
export function verdictLines(verdict: Verdict): readonly string[] {
  const { head, findings, areTablesChecked, witnesses } = verdict;
  const tables = areTablesChecked ? 'the tables are what it gives' : 'the tables were not compared';
  const whole = `The log is whole: ${head.seq} events, ${tables}, ${witnesses} witnesses agree.`;
  return [
    ...(findings.length === 0 ? [whole] : findings.map(findingLine)),
    ...restoreLines(verdict),
    `Its head: ${head.seq}:${shortHash(head.hash)}`,
  ];
}
