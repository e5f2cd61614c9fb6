import { Button } from 'react-aria-components/Button';
import { type CentreFile, WEEK } from '../../protocol/centre-file.ts';
import { said } from '../../renderer/text.ts';
import { type ManagerText, useManagerText } from '../manager-words.tsx';
import { Card } from '../set-up/Card.tsx';
import { useFaultText } from '../set-up/fields/FaultText.tsx';
import { placeWords } from '../set-up/review/change-words.ts';
import { printerForm } from '../set-up/draft/printer-form.ts';
import { nameIn } from '../set-up/titles.ts';
import { useFilling } from '../set-up/use-draft.ts';
import styles from './steps/steps.module.css';
import type { Step } from './steps.ts';

/** Days of the same hours in a line: `Monday – Saturday 08:00–16:00`. */
function hoursLines({ hours }: CentreFile, text: ManagerText): readonly string[] {
  const runs = WEEK.reduce<(typeof WEEK)[number][][]>((before, day) => {
    const last = before.at(-1);
    const isSame = last?.[0] !== undefined && hours[last[0]].join() === hours[day].join();
    return isSame ? [...before.slice(0, -1), [...last, day]] : [...before, [day]];
  }, []);
  return runs.map((days) => {
    const names = [...new Set([days[0], days.at(-1)])].map((day) => text(`day_${day ?? 'monday'}`)).join(' – ');
    const spans = hours[days[0] ?? 'monday'];
    const said = spans.length === 0 ? text('closedDay') : `\u2066${spans.join(', ').replaceAll('-', '–')}\u2069`;
    return `${names} ${said}`;
  });
}

/** What was answered, a line for each step. */
function useFacts(file: CentreFile): Readonly<Record<Step['name'], readonly string[]>> {
  const reader = useManagerText();
  const { language, text } = reader;
  return {
    centre: [said(file.name, language), file.timeZone.replaceAll('_', ' ')],
    hours: hoursLines(file, text),
    services: file.services.map(({ series, name }) => `\u2066${series}\u2069 ${said(name, language)}`),
    counters: [
      text('tell_counters', { count: file.counters.length }),
      ...new Set(file.counters.map(({ profile }) => nameIn([file], 'profiles', profile, reader))),
    ],
    kiosks: file.kiosks.map(
      ({ id, printer }) => `${text('atKiosk', { number: id })}: ${text(`printer_way_${printerForm(printer).way}`)}`,
    ),
  };
}

function Faults() {
  const reader = useManagerText();
  const fault = useFaultText();
  const { file, faults } = useFilling();
  const place = (path: readonly (string | number)[]) =>
    placeWords(path.map(String), { ...reader, files: [file] }).join(' · ');
  return faults.length === 0 ? null : (
    <Card title={reader.text('draftFaults', { count: faults.length })}>
      {faults.map((one, at) => (
        <p key={at}>
          {place(one.path)}: {fault(one)}
        </p>
      ))}
    </Card>
  );
}

interface SummaryProps {
  /** As the hub will have it. */
  readonly file: CentreFile;
  /** Leads back to a step; undefined where nothing was asked. */
  readonly go: ((name: Step['name']) => void) | undefined;
}

/** Everything once more, before the centre begins to work. */
export function Summary({ file, go }: SummaryProps) {
  const { text } = useManagerText();
  const facts = useFacts(file);
  return (
    <>
      <Faults />
      <Card>
        <dl className={styles.facts}>
          {Object.entries(facts).map(([name, lines]) => (
            <div key={name}>
              <dt>{text(`first_step_${name as Step['name']}`)}</dt>
              <dd>
                {lines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </dd>
              {go ? (
                <dd>
                  <Button
                    aria-label={text('first_changeStep', { what: text(`first_step_${name as Step['name']}`) })}
                    onPress={() => go(name as Step['name'])}
                  >
                    {text('first_change')}
                  </Button>
                </dd>
              ) : null}
            </div>
          ))}
          <div>
            <dt>{text('section_boards')}</dt>
            <dd>
              {text('first_boards')}
              <small>{text('first_boardsHint')}</small>
            </dd>
          </div>
        </dl>
      </Card>
    </>
  );
}
