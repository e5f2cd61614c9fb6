import { ImageUp, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useManagerText } from '../../manager-words.tsx';
import panel from '../../panel.module.css';
import { useMay } from '../../use-may.ts';
import fields from '../fields/fields.module.css';
import { IconButton } from '../fields/RowButtons.tsx';
import styles from './media.module.css';
import { type MediaItem, useMedia } from './use-media.ts';

const KINDS = ['image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'video/webm'];
const MEGABYTE = 1024 * 1024;

function Item({ item, remove }: { readonly item: MediaItem; readonly remove: () => void }) {
  const { text } = useManagerText();
  const { address, kind, name, bytes } = item;
  return (
    <li>
      {kind === 'picture' ? <img src={address} alt="" /> : <video src={address} muted preload="metadata" />}
      <p>
        <bdi>{name}</bdi>
        <small>{text('megabytes', { size: Math.max(0.1, Math.round((bytes / MEGABYTE) * 10) / 10) })}</small>
      </p>
      <IconButton label={text('removeOne', { name })} onPress={remove}>
        <Trash2 aria-hidden="true" width="1em" height="1em" />
      </IconButton>
    </li>
  );
}

/** What the boards show beside the calls. It is there at once: a picture is no part of the draft. */
export function MediaPanel() {
  const { language, text } = useManagerText();
  const may = useMay();
  const { items, isBusy, trouble, add, remove } = useMedia();
  return (
    <div className={styles.panel}>
      {items?.length === 0 ? <p className={styles.none}>{text('mediaNone')}</p> : null}
      <ul>
        {items?.map((item) => (
          <Item key={item.address} item={item} remove={() => remove(item)} />
        ))}
      </ul>
      {trouble ? (
        <p className={panel.trouble} role="alert">
          {trouble.message[language]}
        </p>
      ) : null}
      {may('changeMedia') ? (
        <FileTrigger allowsMultiple acceptedFileTypes={KINDS} onSelect={(files) => add([...(files ?? [])])}>
          <Button className={fields.add ?? ''} isDisabled={isBusy}>
            <ImageUp aria-hidden="true" width="1em" height="1em" /> {text(isBusy ? 'mediaBusy' : 'mediaAdd')}
          </Button>
        </FileTrigger>
      ) : null}
    </div>
  );
}
