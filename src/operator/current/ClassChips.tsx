import { said } from '../../renderer/text.ts';
import { useHub } from '../../renderer/use-hub.ts';
import styles from './chips.module.css';
import { useOperatorText } from '../operator-words.tsx';

/** The priority classes of a token, or the words for none. */
export function ClassChips({ classes }: { readonly classes: readonly string[] }) {
  const { language, text } = useOperatorText();
  const known = useHub().views.centre?.classes ?? [];
  if (classes.length === 0) return <span className={styles.plain}>{text('walkIn')}</span>;
  return classes.map((id) => {
    const name = said(known.find((one) => one.id === id)?.name, language);
    return (
      <span key={id} className={styles.chip} title={name}>
        {name.split(/[,،]/)[0]}
      </span>
    );
  });
}
