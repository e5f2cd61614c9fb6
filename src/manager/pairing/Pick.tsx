import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import form from '../../renderer/people/people.module.css';
import styles from './pairing.module.css';
import type { Place } from './places.ts';

interface PickProps {
  readonly label: string;
  readonly options: readonly Place[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** One of a few. */
export function Pick({ label, options, chosen, choose }: PickProps) {
  return (
    <Select className={form.field ?? ''} value={chosen} onChange={(key) => choose(String(key))}>
      <Label>{label}</Label>
      <Button className={styles.pick ?? ''}>
        <SelectValue />
        <ChevronDown aria-hidden="true" width="1.2em" height="1.2em" />
      </Button>
      <Popover className={form.popover ?? ''}>
        <ListBox className={form.names ?? ''}>
          {options.map(({ id, name }) => (
            <ListBoxItem key={id} id={id}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
