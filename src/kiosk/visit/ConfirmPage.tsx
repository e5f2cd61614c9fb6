import { CircleCheck, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { CentreView } from '../protocol/views.ts';
import { Pictogram } from '../renderer/pictograms.tsx';
import { said } from '../renderer/text.ts';
import { useHub } from '../renderer/use-hub.ts';
import styles from './confirm.module.css';
import { useKioskText } from './kiosk-words.tsx';
import { noteOf } from './TilePages.tsx';
import type { Issuing } from './use-issue.ts';

function Papers({ service }: { readonly service: CentreView['services'][number] }) {
  const { language, text } = useKioskText();
  return (
    <section className={styles.papers}>
      <h2>{text('papers')}</h2>
      <ul>
        {service.papers.map((paper) => (
          <li key={paper.en}>
            <CircleCheck aria-hidden="true" width="1.1em" height="1.1em" /> {said(paper, language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ClassesProps {
  readonly chosen: readonly string[];
  readonly choose: (classes: readonly string[]) => void;
}

function Classes({ chosen, choose }: ClassesProps) {
  const { language, text } = useKioskText();
  const classes = useHub().views.centre?.classes ?? [];
  return (
    <section className={styles.classes}>
      <h2>{text('classes')}</h2>
      {classes.map(({ id, name, pictogram }) => (
        <ToggleButton
          key={id}
          className={styles.class ?? ''}
          isSelected={chosen.includes(id)}
          onChange={(isOn) => choose(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          <Pictogram name={pictogram} /> {said(name, language)}
        </ToggleButton>
      ))}
    </section>
  );
}

interface ConfirmPageProps {
  readonly serviceId: string;
  readonly issuing: Issuing;
}

export function ConfirmPage({ serviceId, issuing }: ConfirmPageProps) {
  const { language, other, text } = useKioskText();
  const { centre, kiosk } = useHub().views;
  const [chosen, choose] = useState<readonly string[]>([]);
  const { isSending, trouble, issue } = issuing;
  const service = centre?.services.find((one) => one.id === serviceId);
  const now = kiosk?.services.find((one) => one.id === serviceId);
  if (!service) return null;
  return (
    <div className={styles.page}>
      <div className={styles.title}>
        <span className={styles.icon}>
          <Pictogram name={service.pictogram} />
        </span>
        <div>
          <h1>{said(service.name, language)}</h1>
          <p lang={other}>{said(service.name, other)}</p>
        </div>
        <p className={styles.waiting}>{noteOf(text, now)}</p>
      </div>
      <Papers service={service} />
      <Classes chosen={chosen} choose={choose} />
      <div className={styles.print}>
        {trouble ? (
          <p className={styles.trouble} role="alert">
            {trouble}
          </p>
        ) : null}
        <Button
          className={styles.printButton ?? ''}
          isDisabled={now?.state !== 'open'}
          isPending={isSending}
          onPress={() => issue(serviceId, chosen)}
        >
          <Printer aria-hidden="true" width="1.2em" height="1.2em" />
          {text(isSending ? 'taking' : kiosk?.printer.isReady === false ? 'takeOnScreen' : 'take')}
        </Button>
      </div>
    </div>
  );
}
