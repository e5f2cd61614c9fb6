import { encode } from 'uqr';
import { useKioskText } from '../kiosk-words.tsx';
import styles from './token.module.css';

/** The modules of a code as one path: a square a dark one. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');

/** The code that would stand on the slip: a phone keeps the token instead of paper. */
export function PhoneCode({ url }: { readonly url: string }) {
  const { text } = useKioskText();
  const { data, size } = encode(url, { ecc: 'M', border: 4 });
  return (
    <figure className={styles.code}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text('phoneCode')} shapeRendering="crispEdges">
        <path d={pathOf(data)} />
      </svg>
      <figcaption>{text('phoneCode')}</figcaption>
    </figure>
  );
}
