import { HubLost } from '../renderer/HubLost.tsx';
import type { CounterView } from '../protocol/views/views.ts';
import { usePageLanguage } from '../renderer/use-page-language.ts';
import { useHub } from '../renderer/use-hub.ts';
import { primaryStep } from './current/actions.ts';
import { ActionButtons } from './current/ActionButtons.tsx';
import { ConsoleHeader } from './ConsoleHeader.tsx';
import styles from './console.module.css';
import { CounterPrinter } from './CounterPrinter.tsx';
import { CurrentToken } from './current/CurrentToken.tsx';
import { useOperatorText } from './operator-words.tsx';
import { isWorthTelling, JustLeft } from './current/JustLeft.tsx';
import { PapersPanel } from './current/PapersPanel.tsx';
import { Questions } from './questions/Questions.tsx';
import { useKeys } from './use-keys.ts';
import { useOperator } from './use-operator.ts';
import { WaitingList } from './waiting/WaitingList.tsx';

const STATUS_TITLES = { closed: 'closedTitle', onBreak: 'breakTitle', open: 'freeTitle' } as const;

/** The next token is here already: where the last one was sent is still told for a moment, beside it. */
function LeftLine({ view, hasJustLeft }: { readonly view: CounterView; readonly hasJustLeft: boolean }) {
  const { current, left, counterId } = view;
  const isTelling = hasJustLeft && current !== null && left !== null && isWorthTelling(left);
  return isTelling ? <JustLeft left={left} counterId={counterId} isLine /> : null;
}

function LiveConsole({ view }: { readonly view: CounterView }) {
  const operator = useOperator(view);
  const { text } = useOperatorText();
  useKeys(operator.act);
  return (
    <>
      <ConsoleHeader view={view} operator={operator} />
      <p className="visually-hidden" role="status">
        {view.current ? `${view.current.label} ${text(primaryStep(view))}` : text(STATUS_TITLES[view.status])}
      </p>
      <main className={styles.main}>
        <CurrentToken view={view} hasJustLeft={operator.hasJustLeft} />
        <ActionButtons view={view} operator={operator} />
        <p className={styles.trouble} role="alert">
          {operator.trouble}
        </p>
        <PapersPanel view={view} />
        <CounterPrinter view={view} />
        <LeftLine view={view} hasJustLeft={operator.hasJustLeft} />
      </main>
      <WaitingList view={view} />
      <Questions view={view} operator={operator} />
    </>
  );
}

/** The console of one counter. */
export function Console() {
  const { language, text } = useOperatorText();
  usePageLanguage(language);
  const view = useHub().views.counter;
  return (
    <div className={styles.page}>
      <HubLost languages={[language]} />
      {view ? (
        <LiveConsole view={view} />
      ) : (
        <main className={styles.connecting}>
          <h1>{text('connecting')}</h1>
          <a href="/operator/">{text('changeCounter')}</a>
        </main>
      )}
    </div>
  );
}
