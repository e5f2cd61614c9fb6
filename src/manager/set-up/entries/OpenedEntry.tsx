import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { useManagerText } from '../../manager-words.tsx';
import type { ListName } from '../draft/entries.ts';
import styles from './entries.module.css';

interface OpenedEntryProps {
  readonly list: ListName;
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** One entry with all its fields, and the way back to its list. */
export function OpenedEntry({ list, title, close, children }: OpenedEntryProps) {
  const { language, text } = useManagerText();
  const Arrow = language === 'ur' ? ArrowRight : ArrowLeft;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'end' });
  }, []);
  return (
    <div className={styles.opened}>
      <Button className={styles.back ?? ''} onPress={close}>
        <Arrow aria-hidden="true" width="1em" height="1em" /> {text('backTo', { what: text(`section_${list}`) })}
      </Button>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </div>
  );
}
