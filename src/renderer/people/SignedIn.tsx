import type { ReactNode } from 'react';
import type { Language } from '../../domain/token.ts';
import { useHub } from '../use-hub.ts';
import { ApprovalDialog } from './ApprovalDialog.tsx';
import type { ApprovalDesk } from './approvals.ts';
import { PinSignIn } from './PinSignIn.tsx';
import type { PeopleScreen } from './session-key.ts';
import { useStillHere } from './use-still-here.ts';

interface SignedInProps {
  readonly screen: PeopleScreen;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly desk: ApprovalDesk;
  /** Where one signs in by name alone, in a demo. */
  readonly byName?: ReactNode;
  readonly children: ReactNode;
}

/** Shows a screen to whoever is signed in there, and else where one signs in. */
export function SignedIn({ screen, language, setLanguage, desk, byName, children }: SignedInProps) {
  const { you, views } = useHub();
  useStillHere(typeof you?.name === 'string');
  if (you?.role === 'nobody' && views.centre) {
    if (views.centre.signIn === 'byName') return byName;
    return <PinSignIn screen={screen} language={language} setLanguage={setLanguage} />;
  }
  return (
    <>
      {children}
      <ApprovalDialog desk={desk} language={language} />
    </>
  );
}
