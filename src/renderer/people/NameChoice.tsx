import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import type { Language } from '../../domain/token.ts';
import { peopleText } from './people-text.ts';
import styles from './people.module.css';

interface NameChoiceProps {
  readonly label: string;
  readonly staff: readonly AnswerOf<'whoCanSignIn'>['staff'][number][];
  readonly language: Language;
  readonly chosen: number | null;
  readonly choose: (staffId: number | null) => void;
}

/** One of the staff, found by typing the beginning of a name. */
export function NameChoice({ label, staff, language, chosen, choose }: NameChoiceProps) {
  const text = peopleText[language];
  return (
    <ComboBox
      className={styles.field ?? ''}
      value={chosen}
      onChange={(key) => choose(typeof key === 'number' ? key : null)}
      menuTrigger="focus"
      autoFocus
    >
      <Label>{label}</Label>
      <div className={styles.combo}>
        <Input autoComplete="off" />
        <Button aria-label={text('showNames')}>
          <ChevronDown aria-hidden="true" width="1.2em" height="1.2em" />
        </Button>
      </div>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.names ?? ''}>
          {staff.map(({ id, name, role }) => (
            <ListBoxItem key={id} id={id} textValue={name}>
              <bdi>{name}</bdi> <small>{text(`role_${role}`)}</small>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
