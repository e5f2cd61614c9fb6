import { useHub } from '../../renderer/use-hub.ts';
import type { KioskPage } from '../kiosk-page.ts';
import { useKioskText } from '../kiosk-words.tsx';
import { Question } from '../Question.tsx';
import { isChosen, withService } from '../visit/visit.ts';
import { noteOf } from './service-note.ts';
import { Tile } from './Tile.tsx';
import styles from './tiles.module.css';

interface ServicesPageProps {
  readonly page: Extract<KioskPage, { name: 'services' }>;
  readonly go: (page: KioskPage) => void;
}

export function ServicesPage({ page: { groupId, visit }, go }: ServicesPageProps) {
  const { language, text } = useKioskText();
  const { centre, kiosk } = useHub().views;
  return (
    <div className={styles.page}>
      <Question name="whichService" />
      <div className={styles.tiles}>
        {centre?.services
          .filter((service) => service.groupId === groupId)
          .map(({ id, name, pictogram }) => {
            const now = kiosk?.services.find((one) => one.id === id);
            const has = isChosen(visit, id);
            return (
              <Tile
                key={id}
                name={name}
                pictogram={pictogram}
                note={has ? text('chosen') : noteOf(text, language, now)}
                isClosed={now?.state !== 'open'}
                isChosen={has}
                onPress={() => go({ name: 'confirm', visit: has ? visit : withService(visit, id, groupId) })}
              />
            );
          })}
      </div>
    </div>
  );
}
