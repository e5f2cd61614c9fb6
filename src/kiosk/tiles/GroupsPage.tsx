import { CalendarCheck, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useHub } from '../../renderer/use-hub.ts';
import { type KioskPage, WAYS } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { Question } from '../Question.tsx';
import { isNoVisit, type Visit } from '../visit/visit.ts';
import { groupNote } from './service-note.ts';
import { Tile } from './Tile.tsx';
import styles from './tiles.module.css';

/** The way of those who need no new number: an appointment, an application, a token that they had. */
function OtherEntry({ onPress }: { readonly onPress: () => void }) {
  const { language, other, text, otherText } = useKioskText();
  const Arrow = language === 'ur' ? ChevronLeft : ChevronRight;
  return (
    <Button className={styles.entry ?? ''} onPress={onPress}>
      <span className={styles.icon}>
        <CalendarCheck aria-hidden="true" width="1em" height="1em" strokeWidth={1.75} />
      </span>
      <span className={styles.names}>
        <span className={styles.tileName}>{text('haveNumber')}</span>
        <span className={styles.otherName} lang={other}>
          {otherText('haveNumber')}
        </span>
      </span>
      <Arrow aria-hidden="true" width="1em" height="1em" />
    </Button>
  );
}

interface GroupsPageProps {
  readonly visit: Visit;
  readonly go: (page: KioskPage) => void;
}

export function GroupsPage({ visit, go }: GroupsPageProps) {
  const { text } = useKioskText();
  const { centre, kiosk } = useHub().views;
  return (
    <div className={styles.page}>
      <Question name={isNoVisit(visit) ? 'whichGroup' : 'whatElse'} />
      <div className={styles.tiles}>
        {centre?.groups.map((group) => {
          const here = centre.services.filter((service) => service.groupId === group.id).map((service) => service.id);
          const now = kiosk?.services.filter((service) => here.includes(service.id)) ?? [];
          const { note, isClosed } = groupNote(text, now);
          return (
            <Tile
              key={group.id}
              name={group.name}
              pictogram={group.pictogram}
              note={note}
              isClosed={isClosed}
              isChosen={visit.services.some((one) => one.groupId === group.id)}
              onPress={() => go({ name: 'services', visit, groupId: group.id })}
            />
          );
        })}
      </div>
      {isNoVisit(visit) ? <OtherEntry onPress={() => go(WAYS)} /> : null}
    </div>
  );
}
