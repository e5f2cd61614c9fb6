import { TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { clockText } from '../renderer/clock-text.ts';
import { Num } from '../renderer/Num.tsx';
import { useHub, useHubTime } from '../renderer/use-hub.ts';
import styles from './header.module.css';
import { LanguageSwitch } from '../renderer/LanguageSwitch.tsx';
import { keepManagerName, managerName } from './manager-name.ts';
import { useManagerText } from './manager-words.tsx';
import { useKeptDraft } from './set-up/kept-draft.ts';
import { useCentre } from './use-centre.ts';
import { type Page, PAGES } from './use-page.ts';

function changeName(): void {
  keepManagerName('');
  location.reload();
}

function PageLinks({ page, hasAlarm }: { readonly page: Page; readonly hasAlarm: boolean }) {
  const { text } = useManagerText();
  const hasDraft = useKeptDraft() !== undefined;
  return (
    <nav aria-label={text('pages')}>
      {PAGES.map((one) => (
        <a key={one} href={`#${one}`} aria-current={one === page ? 'page' : undefined}>
          {text(`page.${one}`)}
          {one === 'today' && hasAlarm ? (
            <span className={styles.alarm}>
              <TriangleAlert aria-hidden="true" width="1em" height="1em" />
              {text('alarm')}
            </span>
          ) : null}
          {one === 'set-up' && hasDraft ? <span className={styles.draft}>{text('draftBadge')}</span> : null}
        </a>
      ))}
    </nav>
  );
}

export function ManagerHeader({ page }: { readonly page: Page }) {
  const { language, text, setLanguage } = useManagerText();
  const { isLive, views } = useHub();
  const { at } = useHubTime();
  const { timeZone } = useCentre();
  return (
    <header className={styles.header}>
      <PageLinks page={page} hasAlarm={(views.manager?.unserved.length ?? 0) > 0} />
      <p className={styles.live} data-live={isLive}>
        <span aria-hidden="true" /> {text(isLive ? 'live' : 'notLive')}
      </p>
      <Num>{clockText(at, timeZone, language)}</Num>
      <Button
        className={styles.name ?? ''}
        aria-label={text('changeName', { name: managerName() })}
        onPress={changeName}
      >
        <bdi>{managerName()}</bdi>
      </Button>
      <LanguageSwitch language={language} setLanguage={setLanguage} />
    </header>
  );
}
