import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { STAFF_ROLES, type StaffRole } from '../../domain/people/role.ts';
import { peopleText } from '../../renderer/people/people-text.ts';
import { useManagerText } from '../manager-words.tsx';
import styles from './people.module.css';

interface RoleChoiceProps {
  readonly role: StaffRole;
  readonly choose: (role: StaffRole) => void;
}

/** The roles, each with what it may do. */
export function RoleChoice({ role, choose }: RoleChoiceProps) {
  const { language, text } = useManagerText();
  return (
    <RadioGroup className={styles.roles ?? ''} value={role} onChange={(value) => choose(value as StaffRole)}>
      <Label>{text('peopleRole')}</Label>
      {STAFF_ROLES.map((one) => (
        <Radio key={one} value={one} className={styles.role ?? ''}>
          <span aria-hidden="true" />
          <strong>{peopleText[language](`role_${one}`)}</strong>
          <small>{text(`roleMore_${one}`)}</small>
        </Radio>
      ))}
    </RadioGroup>
  );
}
