import { FileDown, FileUp, ImageUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { FileStaff } from '../../../domain/people/file-staff.ts';
import type { CentreFile } from '../../../protocol/centre-file.ts';
import { ERROR_WORDS } from '../../../protocol/error-codes.ts';
import type { CentreFault } from '../../../protocol/set-up/read-centre-file.ts';
import { download } from '../../../renderer/download.ts';
import { useManagerText } from '../../manager-words.tsx';
import { usePeople } from '../../people/use-people.ts';
import { Card } from '../Card.tsx';
import fields from '../fields/fields.module.css';
import { type MediaItem, useMedia } from '../media/use-media.ts';
import { useReadOnly } from '../read-only.ts';
import { useFilling } from '../use-draft.ts';
import { CentreFaults } from './CentreFaults.tsx';
import { Refused } from './Refused.tsx';
import { StaffOfFile } from './StaffOfFile.tsx';

interface ReadFile {
  /** The centre, under the id that this centre has; or what is wrong with the file. */
  readonly centre: CentreFile | readonly CentreFault[];
  readonly staff: readonly FileStaff[];
  readonly pictures: readonly File[];
}

const isCentre = (read: ReadFile['centre']): read is CentreFile => 'id' in read;

async function readFile(upload: File, id: string): Promise<ReadFile> {
  // What writes and reads YAML and its pack is loaded when it is needed.
  const { readCentreFile } = await import('../../../protocol/set-up/read-centre-file.ts');
  const { fileOfCentre } = await import('../../../protocol/set-up/file-of-centre.ts');
  const { unzipCentre } = await import('./centre-zip.ts');
  const { yaml, staff, pictures } = unzipCentre(new Uint8Array(await upload.arrayBuffer()));
  const read = readCentreFile(yaml);
  return {
    centre: read.ok ? { ...fileOfCentre(read.centre), id } : read.faults,
    staff,
    pictures: pictures.map(({ name, bytes }) => new File([bytes], name)),
  };
}

/** The bytes of a picture. @throws when the hub does not give it. */
async function bytesOf(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** One file: YAML where that is all of the centre, else all of it packed together. */
async function save(file: CentreFile, staff: readonly FileStaff[], items: readonly MediaItem[]): Promise<void> {
  const { writeCentreFile } = await import('../../../protocol/set-up/write-centre-file.ts');
  const yaml = writeCentreFile(file);
  if (items.length + staff.length === 0)
    return download(`${file.id}.yaml`, new Blob([yaml], { type: 'application/yaml' }));
  const { zipCentre } = await import('./centre-zip.ts');
  const pictures = await Promise.all(items.map(async ({ name, address }) => ({ name, bytes: await bytesOf(address) })));
  download(`${file.id}.zip`, zipCentre({ yaml, staff, pictures }));
}

/** The pictures that came with a file: they are no part of the draft, and go to the boards by a wish of their own. */
function Pictures({
  pictures,
  media,
}: {
  readonly pictures: readonly File[];
  readonly media: ReturnType<typeof useMedia>;
}) {
  const { text } = useManagerText();
  const [isAsked, setAsked] = useState(false);
  const put = () => {
    setAsked(true);
    media.replace(pictures);
  };
  return (
    <>
      <p>{text('importPictures', { count: pictures.length })}</p>
      <Button className={fields.add ?? ''} isDisabled={media.isBusy || (isAsked && !media.trouble)} onPress={put}>
        <ImageUp aria-hidden="true" width="1em" height="1em" /> {text(media.isBusy ? 'mediaBusy' : 'importPicturesGo')}
      </Button>
      <Refused error={media.trouble} />
    </>
  );
}

/** What was found in a file, and what can be done with it. */
function Read({ read, media }: { readonly read: ReadFile; readonly media: ReturnType<typeof useMedia> }) {
  const { text } = useManagerText();
  const { centre, staff, pictures } = read;
  if (!isCentre(centre)) return <CentreFaults faults={centre} />;
  return (
    <>
      <p role="status">{text('importTaken')}</p>
      {staff.length > 0 ? <StaffOfFile file={staff} /> : null}
      {pictures.length > 0 ? <Pictures pictures={pictures} media={media} /> : null}
    </>
  );
}

function Import({ media }: { readonly media: ReturnType<typeof useMedia> }) {
  const { text } = useManagerText();
  const { file, change } = useFilling();
  const [read, setRead] = useState<ReadFile | undefined>();
  const take = async (upload: File | undefined) => {
    if (!upload) return;
    const found = await readFile(upload, file.id);
    const { centre } = found;
    if (isCentre(centre)) change(() => centre);
    setRead(found);
  };
  return (
    <Card title={text('importTitle')} hint={text('importHint')}>
      <FileTrigger acceptedFileTypes={['.yaml', '.yml', '.zip']} onSelect={(files) => void take(files?.[0])}>
        <Button className={fields.add ?? ''}>
          <FileUp aria-hidden="true" width="1em" height="1em" /> {text('importGo')}
        </Button>
      </FileTrigger>
      {read ? <Read read={read} media={media} /> : null}
    </Card>
  );
}

/** The whole centre as one file: written out, and read in again. */
export function FilePage() {
  const { text } = useManagerText();
  const { file, faults } = useFilling();
  const { isKnown, staff } = usePeople();
  const media = useMedia();
  const { items } = media;
  const [hasFailed, setFailed] = useState(false);
  return (
    <>
      <Card title={text('exportTitle')} hint={text('exportHint')}>
        <Button
          className={fields.add ?? ''}
          isDisabled={faults.length > 0 || !items || !isKnown}
          onPress={() =>
            void save(file, staff, items ?? []).then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        >
          <FileDown aria-hidden="true" width="1em" height="1em" /> {text('exportGo')}
        </Button>
        <Refused error={hasFailed ? { message: ERROR_WORDS.noAnswer } : undefined} />
      </Card>
      {useReadOnly() ? null : <Import media={media} />}
    </>
  );
}
