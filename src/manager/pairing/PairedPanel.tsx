import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { AnswerOf } from '../../protocol/answers/answers.ts';
import { QuestionFrame } from '../../renderer/QuestionFrame.tsx';
import { useHub } from '../../renderer/use-hub.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import panel from '../panel.module.css';
import { PeopleForm } from '../people/PeopleForm.tsx';
import type { SendPeople } from '../people/use-people.ts';
import { useMay } from '../use-may.ts';
import { useCentre } from '../use-centre.ts';
import styles from './pairing.module.css';
import { PairForm } from './PairForm.tsx';
import { placesFor } from './places.ts';
import { usePairing } from './use-pairing.ts';

type Device = AnswerOf<'pairing'>['devices'][number];

function DeviceRow({ device, revoke }: { readonly device: Device; readonly revoke: () => void }) {
  const { language, text } = useManagerText();
  const { isLive } = useHub();
  const may = useMay();
  const { centre } = useCentre();
  const places = centre ? placesFor(device.kind, centre, language, text) : [];
  const place = places.find(({ id }) => id === (device.place ?? ''))?.name;
  return (
    <li>
      <strong>
        <bdi>{device.name}</bdi>
      </strong>
      <span>{[text(`kind_${device.kind}`), place].filter(Boolean).join(' · ')}</span>
      <small data-here={device.isHere}>{text(device.isHere ? 'pairingHere' : 'pairingAway')}</small>
      {may('revokeDevice') ? (
        <Button
          className={panel.plain ?? ''}
          isDisabled={!isLive}
          aria-label={text('pairingRevokeOf', { name: device.name })}
          onPress={revoke}
        >
          {text('pairingRevoke')}
        </Button>
      ) : null}
    </li>
  );
}

interface RevokeProps {
  readonly device: Device | undefined;
  readonly close: () => void;
  readonly send: SendPeople;
}

function Revoke({ device, close, send }: RevokeProps) {
  const { text } = useManagerText();
  const submit = () => send('revokeDevice', { deviceId: device?.id ?? 0 });
  return (
    <QuestionFrame
      title={device ? text('pairingRevokeOf', { name: device.name }) : ''}
      isOpen={device !== undefined}
      close={close}
    >
      <PeopleForm go={text('pairingRevoke')} isWhole submit={submit} close={close}>
        <p>{text('pairingRevokeMore')}</p>
      </PeopleForm>
    </QuestionFrame>
  );
}

function Words({ words, url }: Pick<AnswerOf<'pairing'>, 'words' | 'url'>) {
  const { text } = useManagerText();
  return (
    <div className={styles.words}>
      <p>{text('pairingWords')}</p>
      <ol dir="ltr" lang="en">
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <small>{text('pairingUrl', { url: url ?? '' })}</small>
    </div>
  );
}

/** The machines of the network that may be screens of this hub, and how another one becomes one. */
export function PairedPanel() {
  const { text } = useManagerText();
  const may = useMay();
  const { centre } = useCentre();
  const { pairing, send } = usePairing();
  const [isPairing, setPairing] = useState(false);
  const [revoked, setRevoked] = useState<Device | undefined>();
  if (!pairing || !centre) return null;
  const { url, words, devices } = pairing;
  if (url === null) {
    return (
      <Panel title={text('pairingTitle')}>
        <Empty>{text('pairingAlone')}</Empty>
      </Panel>
    );
  }
  return (
    <Panel title={text('pairingTitle')} more={text('pairingMore')}>
      {may('pairDevice') ? (
        <Button className={panel.plain ?? ''} onPress={() => setPairing(true)}>
          {text('pairingAdd')}
        </Button>
      ) : null}
      {devices.length === 0 ? <Empty>{text('pairingNone')}</Empty> : null}
      <ul className={styles.devices}>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} revoke={() => setRevoked(device)} />
        ))}
      </ul>
      <QuestionFrame title={text('pairingAdd')} isOpen={isPairing} close={() => setPairing(false)}>
        <Words words={words} url={url} />
        <PairForm centre={centre} send={send} done={() => setPairing(false)} />
      </QuestionFrame>
      <Revoke device={revoked} close={() => setRevoked(undefined)} send={send} />
    </Panel>
  );
}
