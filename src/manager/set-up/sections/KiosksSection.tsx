import { Button } from 'react-aria-components/Button';
import { useHub } from '../../../renderer/use-hub.ts';
import { useTest } from '../../devices/use-test.ts';
import { useManagerText } from '../../manager-words.tsx';
import { useMay } from '../../use-may.ts';
import panel from '../../panel.module.css';
import { Card } from '../Card.tsx';
import type { Entry } from '../draft/entries.ts';
import { freeNumber } from '../draft/new-id.ts';
import { type Path, valueAt } from '../draft/path.ts';
import { Entries, type EntriesOf } from '../entries/Entries.tsx';
import { Select } from '../fields/Choice.tsx';
import { PrinterField } from '../fields/PrinterField.tsx';
import { nameIn } from '../titles.ts';
import { useFilling } from '../use-draft.ts';
import { printerForm } from '../draft/printer-form.ts';
import styles from '../set-up.module.css';
import { useHallOptions } from './BoardsSection.tsx';

/** Prints a test slip where the kiosk prints now: a printer that is not applied yet is not known to the hall. */
function TestPrint({ kiosk }: { readonly kiosk: Entry<'kiosks'> }) {
  const { language, text } = useManagerText();
  const { isLive, views } = useHub();
  const { reply, isTesting, test } = useTest({ kioskId: kiosk.id });
  const now = views.manager?.printers.find(({ kioskId }) => kioskId === kiosk.id)?.address;
  if (now !== kiosk.printer) return <p className={styles.more}>{text('testAfterApply')}</p>;
  return (
    <div className={styles.test}>
      <Button className={panel.plain ?? ''} isDisabled={!isLive || isTesting} onPress={test}>
        {text(isTesting ? 'testing' : 'testPrint')}
      </Button>
      <span role="status">
        {reply ? (reply.ok ? text(`test_${reply.value.outcome}`) : reply.error.message[language]) : null}
      </span>
    </div>
  );
}

function KioskForm({ path }: { readonly path: Path }) {
  const may = useMay();
  const { text } = useManagerText();
  const { file } = useFilling();
  const kiosk = valueAt(file, path) as Entry<'kiosks'>;
  return (
    <>
      <Card hint={text('kioskAddress', { address: `/kiosk/?kiosk=${kiosk.id}` })}>
        <Select path={[...path, 'hall']} label={text('f_hall')} options={useHallOptions()} />
      </Card>
      <Card>
        <PrinterField path={path} />
        {may('testPrinter') ? <TestPrint kiosk={kiosk} /> : null}
      </Card>
    </>
  );
}

const KIOSKS: EntriesOf<'kiosks'> = {
  list: 'kiosks',
  asks: 'nothing',
  make: ({ kiosks, halls }) => ({
    id: freeNumber(kiosks.map(({ id }) => id)),
    hall: kiosks.at(-1)?.hall ?? halls[0]?.id ?? '',
    printer: 'preview',
    paperMm: 80,
  }),
  tellOf: ({ hall, printer }, file, reader) =>
    `${nameIn([file], 'halls', hall, reader)} · ${reader.text(`printer_way_${printerForm(printer).way}`)}`,
  Form: KioskForm,
};

export const KiosksSection = () => <Entries of={KIOSKS} />;
