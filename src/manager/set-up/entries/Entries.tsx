import { type ComponentType, useState } from 'react';
import type { Words } from '../../../domain/words.ts';
import type { CentreFile } from '../../../protocol/centre-file.ts';
import { useManagerText } from '../../manager-words.tsx';
import { type Entry, type ListName, moved, withEntry, withoutEntry } from '../draft/entries.ts';
import type { Path } from '../draft/path.ts';
import { FaultLine } from '../fields/FaultText.tsx';
import { type Reader, titleOf } from '../titles.ts';
import { useFilling, useValue } from '../use-draft.ts';
import { AddEntry, type Asks } from './AddEntry.tsx';
import { EntryRow } from './EntryRow.tsx';
import styles from './entries.module.css';
import { OpenedEntry } from './OpenedEntry.tsx';

/** A list of a centre as its section shows it. */
export interface EntriesOf<Name extends ListName> {
  readonly list: Name;
  readonly asks: Asks;
  /** A new entry of that name. */
  readonly make: (file: CentreFile, name: Words) => Entry<Name>;
  /** An entry like another one. */
  readonly copy?: (file: CentreFile, entry: Entry<Name>) => Entry<Name>;
  /** What stands beside its name in the list. */
  readonly tellOf: (entry: Entry<Name>, file: CentreFile, reader: Reader) => string;
  readonly pictogramOf?: (entry: Entry<Name>) => string;
  readonly Form: ComponentType<{ readonly path: Path }>;
}

/** A list whose entries are opened one at a time. */
export function Entries<Name extends ListName>({ of }: { readonly of: EntriesOf<Name> }) {
  const { list, asks, make, copy, tellOf, pictogramOf, Form } = of;
  const reader = useManagerText();
  const { file, change } = useFilling();
  const [openId, setOpen] = useState<string | number | undefined>();
  const [lastId, setLast] = useState<string | number | undefined>();
  const open = (id: string | number | undefined) => {
    setLast(openId);
    setOpen(id);
  };
  const { fault } = useValue([list]);
  const entries = file[list] as readonly Entry<Name>[];
  const one = reader.text(`one_${list}`);
  const put = (entry: Entry<Name>) => {
    change((before) => withEntry(before, list, entry));
    open(entry.id);
  };
  const openPlace = entries.findIndex(({ id }) => id === openId);
  const opened = entries[openPlace];
  if (opened) {
    return (
      <OpenedEntry list={list} title={titleOf(list, opened, reader)} close={() => open(undefined)}>
        <Form key={opened.id} path={[list, openPlace]} />
      </OpenedEntry>
    );
  }
  return (
    <>
      <ul className={styles.entries}>
        {entries.map((entry, place) => (
          <EntryRow
            key={entry.id}
            path={[list, place]}
            title={titleOf(list, entry, reader)}
            tell={tellOf(entry, file, reader)}
            pictogram={pictogramOf?.(entry)}
            count={entries.length}
            open={() => open(entry.id)}
            isLast={entry.id === lastId}
            copy={copy && (() => put(copy(file, entry)))}
            move={(by) => change((before) => ({ ...before, [list]: moved<unknown>(before[list], place, by) }))}
            remove={() => change((before) => withoutEntry(before, list, entry.id))}
          />
        ))}
      </ul>
      <FaultLine fault={fault} />
      <AddEntry one={one} asks={asks} add={(name) => put(make(file, name))} />
    </>
  );
}
