import { type Decision, accept, refuse } from './decision.ts';
import type { Token, TokenState } from './token.ts';

/** Every way in which a token changes its state; nothing else does. */
export const VERBS = {
  issue: { from: [], to: ['waiting'] },
  call: { from: ['waiting'], to: ['called'] },
  jump: { from: ['waiting'], to: ['called'] },
  recall: { from: ['called'], to: ['called'] },
  start: { from: ['called'], to: ['serving'] },
  finish: { from: ['serving'], to: ['done', 'waiting'] },
  skipStage: { from: ['called', 'serving'], to: ['done', 'waiting'] },
  sendBack: { from: ['called', 'serving'], to: ['waiting'] },
  endVisit: { from: ['called', 'serving'], to: ['done'] },
  transfer: { from: ['called', 'serving'], to: ['waiting'] },
  park: { from: ['called', 'serving'], to: ['parked'] },
  postpone: { from: ['waiting'], to: ['parked'] },
  comeBack: { from: ['parked'], to: ['waiting'] },
  resume: { from: ['parked'], to: ['called', 'waiting'] },
  requeue: { from: ['called', 'parked', 'noShow', 'done'], to: ['waiting'] },
  markNoShow: { from: ['called'], to: ['noShow'] },
  leave: { from: ['waiting', 'called', 'parked', 'carriedOver'], to: ['left'] },
  carryOver: { from: ['waiting', 'parked'], to: ['carriedOver'] },
  checkIn: { from: ['carriedOver'], to: ['waiting'] },
  undo: { from: ['done', 'noShow', 'waiting'], to: ['serving', 'called'] },
  correctClass: {
    from: ['waiting', 'called', 'serving', 'parked'],
    to: ['waiting', 'called', 'serving', 'parked'],
  },
} as const satisfies Record<string, { from: readonly TokenState[]; to: readonly TokenState[] }>;

export type Verb = keyof typeof VERBS;

/** The token when the verb may start from its state, else `wrongState` with both named. */
export function mayDo(verb: Verb, token: Token): Decision<Token> {
  const from: readonly TokenState[] = VERBS[verb].from;
  return from.includes(token.state) ? accept(token) : refuse('wrongState', { verb, state: token.state });
}
