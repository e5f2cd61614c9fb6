import { IDENTITIES } from '../../../domain/centre.ts';
import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import type { Path } from '../draft/path.ts';
import { Check } from '../fields/Check.tsx';
import { Radios, Select } from '../fields/Choice.tsx';
import { FaultLine } from '../fields/FaultText.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { PictogramField } from '../fields/PictogramField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { WordsList } from '../fields/WordsList.tsx';
import { titleOf } from '../titles.ts';
import { useFilling, useValue } from '../use-draft.ts';
import { JourneyField } from './JourneyField.tsx';

type FormProps = { readonly path: Path };

function Naming({ path }: FormProps) {
  const reader = useManagerText();
  const { text } = reader;
  const groups = useFilling().file.groups.map((one) => ({ value: one.id, label: titleOf('groups', one, reader) }));
  const { fault } = useValue([...path, 'id']);
  return (
    <Card>
      <WordsField path={[...path, 'name']} label={text('f_name')} hint={text('h_serviceName')} />
      <FaultLine fault={fault} />
      <Select path={[...path, 'group']} label={text('f_group')} hint={text('h_group')} options={groups} />
      <TextField
        path={[...path, 'series']}
        label={text('f_series')}
        hint={text('h_series')}
        size="short"
        isCode
        tidy={(typed) => typed.trim().toUpperCase()}
      />
      <PictogramField path={[...path, 'pictogram']} />
    </Card>
  );
}

function Limits({ path }: FormProps) {
  const { text } = useManagerText();
  return (
    <Card title={text('card_limits')}>
      <Check path={[...path, 'isClosed']} label={text('f_isClosed')} hint={text('h_isClosed')} />
      <Radios
        path={[...path, 'identity']}
        label={text('f_identity')}
        usual="none"
        options={IDENTITIES.map((one) => ({ value: one, label: text(`identity_${one}`) }))}
      />
      <NumberField
        path={[...path, 'dayCap']}
        label={text('f_dayCap')}
        hint={text('h_dayCap')}
        unit={text('unit_tokens')}
      />
      <NumberField
        path={[...path, 'personCap']}
        label={text('f_personCap')}
        hint={text('h_personCap')}
        unit={text('unit_tokens')}
      />
    </Card>
  );
}

/** Everything that there is to a service. */
export function ServiceForm({ path }: FormProps) {
  const { text } = useManagerText();
  return (
    <>
      <Naming path={path} />
      <Card title={text('journeyTitle')} hint={text('h_journey')}>
        <JourneyField path={[...path, 'journey']} />
      </Card>
      <Card>
        <WordsList
          path={[...path, 'papers']}
          label={text('f_papers')}
          hint={text('h_papers')}
          one={text('one_paper')}
        />
      </Card>
      <Limits path={path} />
    </>
  );
}
