import { Button } from 'react-aria-components/Button';
import type { CentreView, KioskView } from '../protocol/views.ts';
import { Pictogram } from '../renderer/pictograms.tsx';
import { said } from '../renderer/text.ts';
import { useHub } from '../renderer/use-hub.ts';
import type { KioskPage } from './kiosk-page.ts';
import { type KioskText, useKioskText } from './kiosk-words.tsx';
import styles from './tiles.module.css';

type Go = (page: KioskPage) => void;
type ServiceNow = KioskView['services'][number];

interface TileProps {
  readonly name: CentreView['groups'][number]['name'];
  readonly pictogram: string;
  readonly note: string;
  readonly isClosed: boolean;
  readonly onPress: () => void;
}

function Tile({ name, pictogram, note, isClosed, onPress }: TileProps) {
  const { language, other } = useKioskText();
  return (
    <Button className={styles.tile ?? ''} isDisabled={isClosed} onPress={onPress}>
      <span className={styles.icon}>
        <Pictogram name={pictogram} />
      </span>
      <span className={styles.names}>
        <span className={styles.tileName}>{said(name, language)}</span>
        <span className={styles.otherName} lang={other}>
          {said(name, other)}
        </span>
      </span>
      <span className={styles.note}>{note}</span>
    </Button>
  );
}

function Question({ name }: { readonly name: 'whichGroup' | 'whichService' }) {
  const { other, text, otherText } = useKioskText();
  return (
    <div className={styles.question}>
      <h1>{text(name)}</h1>
      <p lang={other}>{otherText(name)}</p>
    </div>
  );
}

/** What a tile says about its service before anybody touches it. */
export function noteOf(text: KioskText, service: ServiceNow | undefined): string {
  if (!service || service.state === 'closed') return text('serviceClosed');
  if (service.state === 'dayCapReached') return text('dayCapReached');
  const waiting = service.waiting === 0 ? text('nobodyWaiting') : text('waiting', { count: service.waiting });
  return service.counters === 0 ? `${waiting} · ${text('noCounter')}` : waiting;
}

export function GroupsPage({ go }: { readonly go: Go }) {
  const { text } = useKioskText();
  const { centre, kiosk } = useHub().views;
  return (
    <div className={styles.page}>
      <Question name="whichGroup" />
      <div className={styles.tiles}>
        {centre?.groups.map((group) => {
          const here = centre.services.filter((service) => service.groupId === group.id).map((service) => service.id);
          const now = kiosk?.services.filter((service) => here.includes(service.id)) ?? [];
          const waiting = now.reduce((sum, service) => sum + service.waiting, 0);
          const isClosed = now.every((service) => service.state !== 'open');
          const isFull = now.some((service) => service.state === 'dayCapReached');
          const closedNote = text(isFull ? 'dayCapReached' : 'serviceClosed');
          const note = waiting === 0 ? text('nobodyWaiting') : text('waiting', { count: waiting });
          return (
            <Tile
              key={group.id}
              name={group.name}
              pictogram={group.pictogram}
              note={isClosed ? closedNote : note}
              isClosed={isClosed}
              onPress={() => go({ name: 'services', groupId: group.id })}
            />
          );
        })}
      </div>
    </div>
  );
}

export function ServicesPage({ groupId, go }: { readonly groupId: string; readonly go: Go }) {
  const { text } = useKioskText();
  const { centre, kiosk } = useHub().views;
  return (
    <div className={styles.page}>
      <Question name="whichService" />
      <div className={styles.tiles}>
        {centre?.services
          .filter((service) => service.groupId === groupId)
          .map((service) => {
            const now = kiosk?.services.find((one) => one.id === service.id);
            return (
              <Tile
                key={service.id}
                name={service.name}
                pictogram={service.pictogram}
                note={noteOf(text, now)}
                isClosed={now?.state !== 'open'}
                onPress={() => go({ name: 'confirm', groupId, serviceId: service.id })}
              />
            );
          })}
      </div>
    </div>
  );
}
