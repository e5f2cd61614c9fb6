import { Download } from 'lucide-react';
import type { ReportQuestion } from '../../protocol/answers/report-answers.ts';
import { TicketLink } from '../../renderer/people/TicketLink.tsx';
import styles from './reports.module.css';
import { tableAddress } from './table-address.ts';
import { useReportText } from './use-report-text.ts';

/** The figures or all tables as a file, and the printable report of a single day in both languages. */
export function Exports({ question }: { readonly question: ReportQuestion }) {
  const { language, text } = useReportText();
  const { fromDay, toDay } = question;
  const isDay = fromDay === toDay;
  return (
    <div className={styles.exports} role="group" aria-label={text('reportExport')}>
      <Download aria-hidden="true" width="18" height="18" />
      {(['csv', 'xlsx'] as const).map((ending) => (
        <TicketLink key={ending} href={tableAddress(question, ending, language)} language={language}>
          {ending.toUpperCase()}
        </TicketLink>
      ))}
      {isDay
        ? (['en', 'ur'] as const).map((one) => (
            <TicketLink key={one} href={`/reports/${fromDay}/day.pdf?lang=${one}`} language={language}>
              {text(`reportPdf.${one}`)}
            </TicketLink>
          ))
        : null}
    </div>
  );
}
