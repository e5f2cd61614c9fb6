import { TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { clockText } from '../renderer/clock-text.ts';
import { Num } from '../renderer/Num.tsx';
import { peopleText } from '../renderer/people/people-text.ts';
import { useSignOut } from '../renderer/people/use-sign-out.ts';
import { useHub, useHubTime } from '../renderer/use-hub.ts';
import styles from './header.module.css';
import { LanguageSwitch } from '../renderer/LanguageSwitch.tsx';
import { keepManagerName, managerName } from './manager-name.ts';
import { useManagerText } from './manager-words.tsx';
import { useKeptDraft } from './set-up/kept-draft.ts';
import { useCentre } from './use-centre.ts';
import { groupsFor } from './page-groups.ts';
import type { Page } from './use-page.ts';

/** Who is here, and the way out: in a demo a name is given up, else somebody signs out. */
function Me() {
  const { language, text } = useManagerText();
  const { you } = useHub();
  const signOut = useSignOut('manager');
  const isByPin = typeof you?.name === 'string';
  const name = you?.name ?? managerName();
  const leave = () => {
    if (isByPin) return void signOut();
    keepManagerName('');
    location.reload();
  };
  const label = isByPin ? `${name}: ${peopleText[language]('signOut')}` : text('changeName', { name });
  return (
    <Button className={styles.name ?? ''} aria-label={label} onPress={leave}>
      <bdi>{name}</bdi>
    </Button>
  );
}

/** The groups of pages. What cries for attention on a page that is not shown does so here. */
function GroupLinks({ page, hasAlarm }: { readonly page: Page; readonly hasAlarm: boolean }) {
  const { text } = useManagerText();
  const { you } = useHub();
  const hasDraft = useKeptDraft() !== undefined;
  return (
    <nav aria-label={text('pages')}>
      {groupsFor(you?.role).map(({ name, pages }) => {
        const isHere = pages.includes(page);
        return (
          <a key={name} href={`#${pages[0]}`} aria-current={isHere ? 'true' : undefined}>
            {text(`group.${name}`)}
            {name === 'wall' && hasAlarm ? (
              <span className={styles.alarm}>
                <TriangleAlert aria-hidden="true" width="1em" height="1em" />
                {text('alarm')}
              </span>
            ) : null}
            {name === 'centre' && hasDraft && !isHere ? (
              <span className={styles.draft}>{text('draftBadge')}</span>
            ) : null}
          </a>
        );
      })}
    </nav>
  );
}

/** The pages of the group that is shown; a group of one page needs none. */
export function PageLinks({ page }: { readonly page: Page }) {
  const { text } = useManagerText();
  const { you } = useHub();
  const hasDraft = useKeptDraft() !== undefined;
  const group = groupsFor(you?.role).find(({ pages }) => pages.includes(page));
  if (!group || group.pages.length < 2) return null;
  return (
    <nav className={styles.pages} aria-label={text(`group.${group.name}`)}>
      {group.pages.map((one) => (
        <a key={one} href={`#${one}`} aria-current={one === page ? 'page' : undefined}>
          {text(`page.${one}`)}
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
  const hasAlarm = views.wall?.alarms.some(({ level, seen }) => level === 'urgent' && seen === null) ?? false;
  return (
    <header className={styles.header}>
      <GroupLinks page={page} hasAlarm={hasAlarm} />
      <p className={styles.live} data-live={isLive}>
        <span aria-hidden="true" /> {text(isLive ? 'live' : 'notLive')}
      </p>
      <Num>{clockText(at, timeZone, language)}</Num>
      <Me />
      <LanguageSwitch language={language} setLanguage={setLanguage} />
    </header>
  );
}
