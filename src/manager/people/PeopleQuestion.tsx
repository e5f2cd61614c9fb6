import { QuestionFrame } from '../../renderer/QuestionFrame.tsx';
import { useManagerText } from '../manager-words.tsx';
import { AddForm } from './AddForm.tsx';
import { OwnPinForm } from './OwnPinForm.tsx';
import type { Person } from './PeopleTable.tsx';
import { CardForm, ChangeForm, NewPinForm, type PersonProps, RemoveForm, UnlockForm } from './PersonForms.tsx';

const FORMS = {
  change: ChangeForm,
  newPin: NewPinForm,
  card: CardForm,
  remove: RemoveForm,
  unlock: UnlockForm,
} as const;

/** What a manager wants to do about the staff. */
export type PeopleWish =
  | { readonly kind: 'add' | 'ownPin' }
  | { readonly kind: keyof typeof FORMS; readonly person: Person };

const TITLES = {
  add: 'peopleAdd',
  ownPin: 'ownPin',
  change: 'peopleChangeOf',
  newPin: 'peopleNewPinOf',
  card: 'peopleCardOf',
  remove: 'peopleRemoveOf',
  unlock: 'peopleUnlockOf',
} as const satisfies Record<PeopleWish['kind'], string>;

interface PeopleQuestionProps extends Pick<PersonProps, 'close' | 'send'> {
  readonly wish: PeopleWish | undefined;
}

function FormOf({ wish, close, send }: Pick<PersonProps, 'close' | 'send'> & { readonly wish: PeopleWish }) {
  if (!('person' in wish)) {
    return wish.kind === 'add' ? <AddForm close={close} send={send} /> : <OwnPinForm close={close} />;
  }
  const Form = FORMS[wish.kind];
  return <Form person={wish.person} close={close} send={send} />;
}

/** Asks what is still missing of a wish about the staff. */
export function PeopleQuestion({ wish, close, send }: PeopleQuestionProps) {
  const { text } = useManagerText();
  const name = wish && 'person' in wish ? wish.person.name : '';
  return (
    <QuestionFrame title={wish ? text(TITLES[wish.kind], { name }) : ''} isOpen={wish !== undefined} close={close}>
      {wish ? <FormOf wish={wish} close={close} send={send} /> : null}
    </QuestionFrame>
  );
}
