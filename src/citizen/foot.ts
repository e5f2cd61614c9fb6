import type { Language } from '../domain/token.ts';
import type { TokenView } from '../protocol/views.ts';
import { element } from './element.ts';
import { isRinging, letRing } from './ring.ts';
import { WORDS } from './words.ts';

interface FootProps {
  readonly language: Language;
  readonly key: string;
  readonly token: TokenView | undefined;
  readonly draw: () => void;
}

/** What the hub said to the wish to leave; a first touch only asks back. */
let leaving: 'no' | 'asked' | 'sending' | { readonly trouble: Readonly<Record<Language, string>> } = 'no';
/** Drawn anew only when something of it has changed, so that nobody's touch goes astray. */
let drawn = '';

interface Answer {
  readonly error?: { readonly message: Readonly<Record<Language, string>> };
}

async function leave(key: string): Promise<void> {
  leaving = 'sending';
  try {
    const answer = await fetch(`/api/tokens/${key}/leave`, { method: 'POST' });
    const { error } = (await answer.json()) as Answer;
    leaving = error ? { trouble: error.message } : 'no';
  } catch {
    leaving = { trouble: { en: WORDS.en.lost, ur: WORDS.ur.lost } };
  }
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
  if (typeof leaving === 'object')
    return [element('p', { class: 'trouble', role: 'alert' }, leaving.trouble[language])];
  return [
    element('p', { role: 'alert' }, words.leaveSure),
    button(words.leaveYes, 'leave sure', () => {
      void leave(key).then(draw);
      draw();
    }),
    button(words.leaveNo, 'stay', become('no')),
  ];
}

/** What one can do on this page: let it ring, and give the visit up. */
export function drawFoot(foot: HTMLElement, props: FootProps): void {
  const { token, language } = props;
  const isWaiting = token?.state === 'waiting';
  const isToCome = isWaiting || token?.state === 'parked';
  const state = JSON.stringify([language, isToCome, isWaiting, isRinging(), leaving]);
  if (state === drawn) return;
  drawn = state;
  foot.textContent = '';
  if (isToCome) foot.append(...ringParts(props));
  if (isWaiting) foot.append(...leaveParts(props));
}
