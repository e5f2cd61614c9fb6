import { comeBack } from '../../domain/verbs/postpone.ts';
import { type Context, logVerb } from '../context.ts';

/** Puts those back in line whose ten minutes are over. */
export function backInTime(context: Context): void {
  const { store, now } = context;
  for (const token of store.tokens.away()) {
    if ((token.returnAt ?? 0) > now.at) continue;
    const back = comeBack(token, now);
    if (back.ok) logVerb(context, 'comeBack', { token }, { token: back.value });
  }
}
