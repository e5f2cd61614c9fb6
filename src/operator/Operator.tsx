import type { ApprovalDesk } from '../renderer/people/approvals.ts';
import { SignedIn } from '../renderer/people/SignedIn.tsx';
import { Console } from './Console.tsx';
import { LanguageKeeper, useOperatorText } from './operator-words.tsx';
import { TakeCounter } from './TakeCounter.tsx';

interface OperatorProps {
  readonly counterId: number | null;
  readonly desk: ApprovalDesk;
}

function Pages({ counterId, desk }: OperatorProps) {
  const { language, setLanguage } = useOperatorText();
  return (
    <SignedIn screen="operator" language={language} setLanguage={setLanguage} desk={desk}>
      {counterId === null ? <TakeCounter /> : <Console />}
    </SignedIn>
  );
}

/** What an operator sees: where one signs in, where one takes a counter, and its console. */
export const Operator = (props: OperatorProps) => (
  <LanguageKeeper>
    <Pages {...props} />
  </LanguageKeeper>
);
