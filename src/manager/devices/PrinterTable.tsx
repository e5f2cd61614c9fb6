import { Button } from 'react-aria-components/Button';
import type { AskReply } from '../../protocol/events.ts';
import type { PlacedPrinter } from '../../protocol/views/printer-view.ts';
import { Num } from '../../renderer/Num.tsx';
import { useHub } from '../../renderer/use-hub.ts';
import { ColumnHeads } from '../ColumnHeads.tsx';
import { useManagerText } from '../manager-words.tsx';
import panel from '../panel.module.css';
import { useCentre } from '../use-centre.ts';
import { useMay } from '../use-may.ts';
import styles from './devices.module.css';
import { useTest } from './use-test.ts';

function State({ printer: { trouble, isPaperLow } }: { readonly printer: PlacedPrinter }) {
  const { text } = useManagerText();
  const state = trouble ?? (isPaperLow ? 'low' : 'ready');
  return (
    <span className={styles.state} data-look={trouble === null ? state : 'trouble'}>
      {text(`printer_${state}`)}
    </span>
  );
}

/** The newest slip, what became of it, and when. */
function LastSlip({ slip }: Pick<PlacedPrinter, 'slip'>) {
  const { text } = useManagerText();
  const { when } = useCentre();
  if (!slip) return <span className={styles.none}>{text('noSlipYet')}</span>;
  return (
    <>
      <Num>{slip.label}</Num> {text(`slip_${slip.outcome}`)} <small>{when(slip.outcomeAt)}</small>
    </>
  );
}

function TestReply({ reply }: { readonly reply: AskReply<'testPrinter'> }) {
  const { language, text } = useManagerText();
  return reply.ok ? text(`test_${reply.value.outcome}`) : reply.error.message[language];
}

function TestCell({ printer: { kioskId, counterId } }: { readonly printer: PlacedPrinter }) {
  const { text } = useManagerText();
  const { isLive } = useHub();
  const { reply, isTesting, test } = useTest(kioskId === null ? { counterId: counterId ?? 0 } : { kioskId });
  return (
    <td className={styles.test}>
      <span role="status">{reply ? <TestReply reply={reply} /> : null}</span>
      <Button className={panel.plain ?? ''} isDisabled={!isLive || isTesting} onPress={test}>
        {text(isTesting ? 'testing' : 'testPrint')}
      </Button>
    </td>
  );
}

function Row({ printer }: { readonly printer: PlacedPrinter }) {
  const { text } = useManagerText();
  const { kioskId, counterId, address, slip } = printer;
  return (
    <tr>
      <th scope="row">
        {kioskId === null ? text('atCounter', { number: counterId ?? 0 }) : text('atKiosk', { number: kioskId })}
      </th>
      <td>
        <bdi dir="ltr">{address}</bdi>
      </td>
      <td>
        <State printer={printer} />
      </td>
      <td>
        <LastSlip slip={slip} />
      </td>
      {useMay()('testPrinter') ? <TestCell printer={printer} /> : null}
    </tr>
  );
}

const COLUMNS = ['devicePlace', 'deviceAddress', 'deviceState', 'deviceLastSlip'] as const;

export function PrinterTable({ printers }: { readonly printers: readonly PlacedPrinter[] }) {
  const may = useMay();
  return (
    <table className={styles.table}>
      <ColumnHeads names={may('testPrinter') ? [...COLUMNS, 'deviceTest'] : COLUMNS} />
      <tbody>
        {printers.map((printer) => (
          <Row key={`${printer.kioskId} ${printer.counterId}`} printer={printer} />
        ))}
      </tbody>
    </table>
  );
}
