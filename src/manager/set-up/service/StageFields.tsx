import type { StagePlace } from '../../../domain/journeys/journey.ts';
import type { Words } from '../../../domain/words.ts';
import { said } from '../../../renderer/text.ts';
import { useManagerText } from '../../manager-words.tsx';
import { type Path, valueAt } from '../draft/path.ts';
import { Check, Checks, PlainCheck } from '../fields/Check.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { WordsList } from '../fields/WordsList.tsx';
import { titleOf } from '../titles.ts';
import { useFilling, useValue } from '../use-draft.ts';

type StageProps = { readonly path: Path };

function Profiles({ path }: StageProps) {
  const reader = useManagerText();
  const { text } = reader;
  const { file } = useFilling();
  const { value = [], set } = useValue<readonly string[]>([...path, 'profiles']);
  return (
    <Checks
      label={text('f_profiles')}
      hint={text('h_profiles')}
      options={file.profiles.map((one) => ({ value: one.id, label: titleOf('profiles', one, reader) }))}
      chosen={value}
      onChange={(chosen) => set(chosen.length === 0 ? undefined : chosen)}
    />
  );
}

/** What is checked at the stage: as everywhere, or otherwise for this service. */
function OwnChecks({ path }: StageProps) {
  const { language, text } = useManagerText();
  const { file } = useFilling();
  const { value, set } = useValue<readonly Words[]>([...path, 'checks']);
  const id = valueAt(file, [...path, 'stage']);
  const usual = file.stages.find((kind) => kind.id === id)?.checks ?? [];
  const hint =
    usual.length === 0
      ? text('noUsualChecks')
      : usual.map((one) => said(one, language)).join(language === 'ur' ? '، ' : ', ');
  return (
    <>
      <PlainCheck isOn={value !== undefined} onChange={(isOn) => set(isOn ? usual : undefined)}>
        {text('ownChecks')}
        <small>{text('usualChecks', { checks: hint })}</small>
      </PlainCheck>
      {value === undefined ? null : (
        <WordsList
          path={[...path, 'checks']}
          label={text('f_checks')}
          hint={text('h_checks')}
          one={text('one_check')}
        />
      )}
    </>
  );
}

/** What a journey says of one of its stages, by where the stage is worked through. */
export function StageFields({ path, place }: StageProps & { readonly place: StagePlace }) {
  const { text } = useManagerText();
  if (place === 'kiosk') return <p>{text('h_place_kiosk')}</p>;
  if (place !== 'counter') {
    return (
      <>
        <NumberField
          path={[...path, 'dueHours']}
          label={text('f_dueHours')}
          hint={text('h_dueHours')}
          unit={text('unit_hours')}
        />
        <Check path={[...path, 'isOptional']} label={text('f_isOptional')} hint={text('h_isOptional')} />
      </>
    );
  }
  return (
    <>
      <NumberField
        path={[...path, 'targetMinutes']}
        label={text('f_targetMinutes')}
        hint={text('h_targetMinutes')}
        unit={text('unit_minutes')}
      />
      <NumberField
        path={[...path, 'serviceMinutes']}
        label={text('f_serviceMinutes')}
        hint={text('h_serviceMinutes')}
        unit={text('unit_minutes')}
      />
      <Profiles path={path} />
      <OwnChecks path={path} />
      <Check path={[...path, 'isOptional']} label={text('f_isOptional')} hint={text('h_isOptional')} />
    </>
  );
}
