import type { Service } from '../../../src/domain/centre.ts';
import { REFUSALS, type Refusal } from '../refusals.ts';
import { apart, backLink, framed, type PageContext } from './frame.ts';
import { html, type Html } from './html.ts';

/** What a citizen has filled in so far. */
export interface Details {
  readonly name: string;
  readonly cnic: string;
  readonly phone: string;
  readonly needs: readonly string[];
}
export const NO_DETAILS: Details = { name: '', cnic: '', phone: '', needs: [] };

type Field = 'name' | 'cnic' | 'phone';
const FIELD_OF: Readonly<Partial<Record<Refusal, Field>>> = { badName: 'name', badCnic: 'cnic', badPhone: 'phone' };
const KIND: Readonly<Record<Field, Html>> = {
  name: html`autocomplete="name" maxlength="120"`,
  cnic: html`inputmode="numeric" dir="ltr" autocomplete="off" maxlength="20" placeholder="35202-1234567-1"`,
  phone: html`inputmode="tel" dir="ltr" autocomplete="tel" maxlength="20" placeholder="0300 1234567"`,
};

function field({ language, say }: PageContext, name: Field, value: string, fault: Refusal | null): Html {
  const isWrong = fault !== null && FIELD_OF[fault] === name;
  const words = isWrong ? html`<p class="fault" id="${name}-fault">${REFUSALS[fault][language]}</p>` : null;
  return html`<div class="field">
    <label for="${name}">${say(name)}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      required
      ${KIND[name]}
      ${isWrong ? html`aria-invalid="true" aria-describedby="${name}-fault" autofocus` : null}
    />
    ${words}
  </div>`;
}

function needsField({ language, centre, say }: PageContext, chosen: readonly string[]): Html {
  const boxes = centre.classes.map(
    ({ id, name }) =>
      html`<label class="need">
        <input type="checkbox" name="needs" value="${id}" ${chosen.includes(id) ? html`checked` : null} />
        <span>${name[language]}</span>
      </label>`,
  );
  return html`<fieldset>
    <legend>${say('needs')}</legend>
    ${boxes}
  </fieldset>`;
}

/** The page on which a citizen fills in who comes at that time. */
export function formPage(
  context: PageContext,
  service: Service,
  slotAt: number,
  details: Details,
  fault: Refusal | null,
): string {
  const { language, say, when, to } = context;
  const rest = `/services/${service.id}/${slotAt}`;
  const general = fault !== null && FIELD_OF[fault] === undefined ? REFUSALS[fault][language] : null;
  const body = html`
    ${backLink(context, to(`/services/${service.id}`), 'back')}
    <p class="of">${service.name[language]}</p>
    <p class="time">${apart(when.clock(slotAt))}<span>${when.day(slotAt)}</span></p>
    <h1>${say('yourDetails')}</h1>
    ${general === null ? null : html`<p class="fault" role="alert">${general}</p>`}
    <form method="post" action="${to(rest)}" class="details" novalidate>
      ${field(context, 'name', details.name, fault)} ${field(context, 'cnic', details.cnic, fault)}
      ${field(context, 'phone', details.phone, fault)} ${needsField(context, details.needs)}
      <button class="main">${say('book')}</button>
    </form>
  `;
  return framed(context, say('yourDetails'), rest, body);
}
