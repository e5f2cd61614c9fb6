import styles from './reports.module.css';
import { FIGURE_SHEET_NAMES, PLOT_SHEETS, type SheetName } from './sheets/sheet-names.ts';
import { useReportText } from './use-report-text.ts';

interface NavProps {
  readonly chosen: SheetName;
  readonly choose: (sheet: SheetName) => void;
}

/** What of the report is looked at: figures, and below them plots. */
export function SheetNav({ chosen, choose }: NavProps) {
  const { text } = useReportText();
  const list = (title: 'reportFigures' | 'reportPlots', names: readonly SheetName[]) => (
    <>
      <h3>{text(title)}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <button type="button" aria-pressed={name === chosen} onClick={() => choose(name)}>
              {text(`reportSheet.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <nav className={styles.nav} aria-label={text('reportSheets')}>
      {list('reportFigures', FIGURE_SHEET_NAMES)}
      {list('reportPlots', PLOT_SHEETS)}
    </nav>
  );
}
