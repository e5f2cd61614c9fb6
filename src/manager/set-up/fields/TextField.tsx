import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import type { Language } from '../../../domain/token.ts';
import type { FileFault } from '../../../protocol/set-up/file-faults.ts';
import type { Path } from '../draft/path.ts';
import { useReadOnly } from '../read-only.ts';
import { useValue } from '../use-draft.ts';
import { useFaultText } from './FaultText.tsx';
import styles from './fields.module.css';
import { tidyTime } from './tidy-time.ts';

interface PlainFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly fault?: FileFault | undefined;
  /** What stands behind the value, as `minutes`. */
  readonly unit?: string | undefined;
  /** The language of the value itself; without it, that of the page. */
  readonly lang?: Language | undefined;
  /** Figures, codes and addresses: left to right whatever the page. */
  readonly isCode?: boolean;
  readonly size?: 'short' | 'long';
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** The box that is typed into, in the direction of what is typed. */
function Line({ unit, lang, isCode, size = 'long', placeholder = '' }: PlainFieldProps) {
  const direction = isCode
    ? { dir: 'ltr', 'data-code': true }
    : lang
      ? { lang, dir: lang === 'ur' ? 'rtl' : 'ltr' }
      : {};
  return (
    <span className={styles.line}>
      <Input
        className={styles.input ?? ''}
        data-size={size}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        {...direction}
      />
      {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
    </span>
  );
}

/** One line of text with its label, what helps to fill it, and what is wrong with it. */
export function PlainField(props: PlainFieldProps) {
  const { label, hint, value, onChange, onBlur, fault } = props;
  const said = useFaultText();
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      {...(onBlur ? { onBlur } : {})}
      isInvalid={fault !== undefined}
      isReadOnly={useReadOnly()}
      autoFocus={props.autoFocus === true}
    >
      <Label>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <Line {...props} />
      <FieldError className={styles.fault ?? ''}>{fault ? said(fault) : ''}</FieldError>
    </AriaTextField>
  );
}

interface TextFieldProps extends Pick<PlainFieldProps, 'label' | 'hint' | 'lang' | 'isCode' | 'size' | 'placeholder'> {
  readonly path: Path;
  /** How what is typed is written down, when the field is left. */
  readonly tidy?: (text: string) => string;
  /** Whether an empty field means that there is none. */
  readonly isOptional?: boolean;
}

/** A text of the centre file. */
export function TextField({ path, tidy, isOptional = false, ...look }: TextFieldProps) {
  const { value, fault, set } = useValue<string>(path);
  const put = (text: string) => set(text === '' && isOptional ? undefined : text);
  const leave = () => {
    if (tidy && value !== undefined && tidy(value) !== value) put(tidy(value));
  };
  return <PlainField {...look} value={value ?? ''} onChange={put} onBlur={leave} fault={fault} />;
}

/** A time of the day. */
export const TimeField = (props: Omit<TextFieldProps, 'tidy' | 'size' | 'isCode'>) => (
  <TextField {...props} tidy={tidyTime} size="short" isCode placeholder="08:30" />
);
