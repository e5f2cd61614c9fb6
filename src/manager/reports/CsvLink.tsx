import { Download } from 'lucide-react';
import { type ReportTable, TABLE_WORDS } from '../../domain/reports/figures/table-words.ts';
import type { ReportQuestion } from '../../protocol/answers/report-answers.ts';
import { TicketLink } from '../../renderer/people/TicketLink.tsx';
import { tableAddress } from './table-address.ts';
import styles from './csv-link.module.css';
import { useReportText } from './use-report-text.ts';

interface CsvLinkProps {
  readonly table: ReportTable;
  readonly question: ReportQuestion;
}

/** The table that stands here, as a file. */
export function CsvLink({ table, question }: CsvLinkProps) {
  const { language } = useReportText();
  return (
    <span className={styles.link}>
      <TicketLink href={tableAddress(question, 'csv', language, table)} language={language}>
        <Download aria-hidden="true" width="16" height="16" />
        CSV <span className="visually-hidden">{TABLE_WORDS[table][language]}</span>
      </TicketLink>
    </span>
  );
}
