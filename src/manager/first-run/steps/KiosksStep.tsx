import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { CentreFile } from '../../../protocol/centre-file.ts';
import { PRINTER_ADDRESS } from '../../../protocol/centre-file.ts';
import type { AnswerOf } from '../../../protocol/answers/answers.ts';
import type { FirstRunReply } from '../../../protocol/first-run.ts';
import { useManagerText } from '../../manager-words.tsx';
import panel from '../../panel.module.css';
import { Card } from '../../set-up/Card.tsx';
import { PrinterField } from '../../set-up/fields/PrinterField.tsx';
import { useFilling } from '../../set-up/use-draft.ts';
import { tryPrinter } from '../hub-without-centre.ts';
import { withKiosks } from '../new-centre.ts';
import { CountField } from './CountField.tsx';
import styles from './steps.module.css';

const MOST_KIOSKS = 20;

function TestPrint({ kiosk: { printer, paperMm } }: { readonly kiosk: CentreFile['kiosks'][number] }) {
  const { language, text } = useManagerText();
  const [isTesting, setTesting] = useState(false);
  const [reply, setReply] = useState<FirstRunReply<AnswerOf<'testPrinter'>> | undefined>();
  if (printer === 'preview') return null;
  const test = async () => {
    setTesting(true);
    setReply(undefined);
    setReply(await tryPrinter({ address: printer, paperMm }));
    setTesting(false);
  };
  return (
    <div className={styles.test}>
      <Button
        className={panel.plain ?? ''}
        isDisabled={isTesting || !PRINTER_ADDRESS.test(printer)}
        onPress={() => void test()}
      >
        {text(isTesting ? 'testing' : 'testPrint')}
      </Button>
      <span role="status">
        {reply ? (reply.ok ? text(`test_${reply.value.outcome}`) : reply.error.message[language]) : null}
      </span>
    </div>
  );
}

/** Where citizens take their tokens, and where the slips come out. */
export function KiosksStep() {
  const { text } = useManagerText();
  const { file, change } = useFilling();
  return (
    <>
      <Card>
        <CountField
          label={text('first_kiosks')}
          count={file.kiosks.length}
          most={MOST_KIOSKS}
          set={(count) => change((before) => withKiosks(before, count))}
        />
      </Card>
      {file.kiosks.map((kiosk, place) => (
        <Card key={kiosk.id} title={text('atKiosk', { number: kiosk.id })}>
          <PrinterField path={['kiosks', place]} />
          <TestPrint kiosk={kiosk} />
        </Card>
      ))}
    </>
  );
}
