import type { Language } from '../domain/token.ts';
import type { TokenView } from '../protocol/views/views.ts';
import { element } from './element.ts';
import { isRinging, letRing } from './ring.ts';
import { WORDS } from './words.ts';

interface FootProps {
  readonly language: Language;
  readonly key: string;
  readonly token: TokenView | undefined;
  readonly draw: () => void;
}

type Said = Readonly<Record<Language, string>>;

/** Where the wish to leave stands: a first touch only asks back. */
let leaving: 'no' | 'asked' | 'sending' = 'no';
/** Why the hub did not do what was wished. */
let trouble: Said | undefined;
/** Drawn anew only when something of it has changed, so that nobody's touch goes astray. */
let drawn = '';

interface Answer {
  readonly error?: { readonly message: Readonly<Record<Language, string>> };
}

/** Asks the hub to do something with this token. */
async function wish(key: string, what: 'leave' | 'later' | 'back'): Promise<void> {
  try {
    const answer = await fetch(`/api/tokens/${key}/${what}`, { method: 'POST' });
    const { error } = (await answer.json()) as Answer;
    trouble = error?.message;
  } catch {
    trouble = { en: WORDS.en.lost, ur: WORDS.ur.lost };
  }
  leaving = 'no';
}

function button(text: string, name: string, act: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: name }, text);
  made.addEventListener('click', act);
  return made;
}

function ringParts({ language, draw }: FootProps): readonly HTMLElement[] {
  const words = WORDS[language];
  const state = isRinging()
    ? element('p', { class: 'rings' }, words.rings)
    : button(words.letRing, 'ring', () => void letRing().then(draw));
  return [state, element('p', { class: 'hall-counts' }, words.hallCounts)];
}

function leaveParts({ language, key, draw }: FootProps): readonly HTMLElement[] {
  const words = WORDS[language];
  const become = (next: typeof leaving) => () => {
    leaving = next;
    draw();
  };
  if (leaving === 'no') return [button(words.leave, 'leave', become('asked'))];
  if (leaving === 'sending') return [element('p', {}, words.loading)];
  return [
    element('p', { role: 'alert' }, words.leaveSure),
    button(words.leaveYes, 'leave sure', () => {
      leaving = 'sending';
      void wish(key, 'leave').then(draw);
      draw();
    }),
    button(words.leaveNo, 'stay', become('no')),
  ];
}

/** Ten more minutes, as often as they may be had; and back before they are over. */
function laterParts({ language, key, token, draw }: FootProps): readonly HTMLElement[] {
  const words = WORDS[language];
  const ask = (what: 'later' | 'back') => () => void wish(key, what).then(draw);
  if (token?.isAway) return [button(words.back, 'stay', ask('back'))];
  if (!token?.canPostpone) return [];
  return [button(words.later, 'stay', ask('later')), element('p', { class: 'hall-counts' }, words.laterMore)];
}

/** Whether this page has said what the visit was like. */
let face: 'none' | 'sent' = 'none';

const FACES = { good: '🙂', fair: '😐', bad: '🙁' } as const;

function faceParts({ language, key, draw }: FootProps): readonly HTMLElement[] {
  const words = WORDS[language];
  if (face === 'sent') return [element('p', { role: 'status' }, words.faceThanks)];
  const buttons = (['good', 'fair', 'bad'] as const).map((name) => {
    const made = button('', `face ${name}`, () => {
      face = 'sent';
      draw();
      // A word of thanks is due whether it arrives or not: nobody waits for it.
      void fetch(`/api/tokens/${key}/${name}`, { method: 'POST' }).catch(() => undefined);
    });
    made.append(element('span', { class: 'drawn', 'aria-hidden': 'true' }, FACES[name]), words[name]);
    return made;
  });
  return [element('p', { class: 'rings' }, words.faceAsk), element('div', { class: 'faces' }, ...buttons)];
}

/** Why a wish could not be done. */
const troubleParts = ({ language }: FootProps): readonly HTMLElement[] =>
  trouble ? [element('p', { class: 'trouble', role: 'alert' }, trouble[language])] : [];

const waitingParts = (props: FootProps): readonly HTMLElement[] => [
  ...ringParts(props),
  ...laterParts(props),
  ...troubleParts(props),
];

/** What there is to do in a state; in the others nothing. */
const PARTS: { readonly [State in TokenView['state']]?: (props: FootProps) => readonly HTMLElement[] } = {
  waiting: (props) => [...waitingParts(props), ...leaveParts(props)],
  parked: waitingParts,
  done: faceParts,
};

/** What one can do on this page: let it ring, step away, give the visit up, and say afterwards what it was like. */
export function drawFoot(foot: HTMLElement, props: FootProps): void {
  const { state, isAway, canPostpone } = props.token ?? {};
  const shown = JSON.stringify([props.language, state, isAway, canPostpone, isRinging(), leaving, trouble, face]);
  if (shown === drawn) return;
  drawn = shown;
  foot.textContent = '';
  foot.append(...((state && PARTS[state]?.(props)) ?? []));
}
