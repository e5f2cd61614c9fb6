import { FileDown, FileUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { CentreFile } from '../../../protocol/centre-file.ts';
import type { CentreFault } from '../../../protocol/set-up/read-centre-file.ts';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import fields from '../fields/fields.module.css';
import { useFilling } from '../use-draft.ts';
import { CentreFaults } from './CentreFaults.tsx';
import { download } from './download.ts';

/** The centre that a file holds, under the id that this centre has; or what is wrong with the file. */
async function readFile(upload: File, id: string): Promise<CentreFile | readonly CentreFault[]> {
  // What writes and reads YAML is loaded when it is needed.
  const { readCentreFile } = await import('../../../protocol/set-up/read-centre-file.ts');
  const { fileOfCentre } = await import('../../../protocol/set-up/file-of-centre.ts');
  const read = readCentreFile(await upload.text());
  return read.ok ? { ...fileOfCentre(read.centre), id } : read.faults;
}

async function save(file: CentreFile): Promise<void> {
  const { writeCentreFile } = await import('../../../protocol/set-up/write-centre-file.ts');
  download(`${file.id}.yaml`, writeCentreFile(file));
}

function Import() {
  const { text } = useManagerText();
  const { file, change } = useFilling();
  const [read, setRead] = useState<'taken' | readonly CentreFault[] | undefined>();
  const take = async (upload: File | undefined) => {
    if (!upload) return;
    const found = await readFile(upload, file.id);
    if (!('id' in found)) return setRead(found);
    change(() => found);
    setRead('taken');
  };
  return (
    <Card title={text('importTitle')} hint={text('importHint')}>
      <FileTrigger acceptedFileTypes={['.yaml', '.yml']} onSelect={(files) => void take(files?.[0])}>
        <Button className={fields.add ?? ''}>
          <FileUp aria-hidden="true" width="1em" height="1em" /> {text('importGo')}
        </Button>
      </FileTrigger>
      {read === 'taken' ? <p role="status">{text('importTaken')}</p> : null}
      {read !== undefined && read !== 'taken' ? <CentreFaults faults={read} /> : null}
    </Card>
  );
}

/** The whole centre as one file: written out, and read in again. */
export function FilePage() {
  const { text } = useManagerText();
  const { file, faults } = useFilling();
  return (
    <>
      <Card title={text('exportTitle')} hint={text('exportHint')}>
        <Button className={fields.add ?? ''} isDisabled={faults.length > 0} onPress={() => void save(file)}>
          <FileDown aria-hidden="true" width="1em" height="1em" /> {text('exportGo')}
        </Button>
      </Card>
      <Import />
    </>
  );
}
