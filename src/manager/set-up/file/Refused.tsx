import type { WireError } from '../../../protocol/replies.ts';
import { useManagerText } from '../../manager-words.tsx';
import panel from '../../panel.module.css';

/** Why the hub did not do it, where it did not. */
export function Refused({ error }: { readonly error: Pick<WireError, 'message'> | undefined }) {
  const { language } = useManagerText();
  if (!error) return null;
  return (
    <p className={panel.trouble} role="alert">
      {error.message[language]}
    </p>
  );
}
