import { localTime } from '../../../src/domain/calendar/civil-date.ts';
import type { Service } from '../../../src/domain/centre.ts';
import type { OfferedSlot } from '../slot-capacity.ts';
import { apart, backLink, framed, type PageContext } from './frame.ts';
import { html, type Html } from './html.ts';

/** What the page of times is for: a new booking, or one that moves. */
export interface SlotChoice {
  readonly service: Service;
  readonly slots: readonly OfferedSlot[];
  readonly day: string | null;
  /** The code of the booking that moves; null for a new one. */
  readonly moving: string | null;
  readonly fault: string | null;
}

const numberOf = ({ when }: PageContext, count: number): string => when.digits(String(count));

function slotTile(context: PageContext, { service, moving }: SlotChoice, { slotAt, free }: OfferedSlot): Html {
  const { say, when, to } = context;
  const label = html`${apart(when.clock(slotAt))}
    <span class="hint">${free === 0 ? say('full') : say('places', { n: numberOf(context, free) })}</span>`;
  if (free === 0) return html`<li class="slot is-none">${label}</li>`;
  if (moving === null)
    return html`<li><a class="slot" href="${to(`/services/${service.id}/${slotAt}`)}">${label}</a></li>`;
  return html`<li><button class="slot" name="slotAt" value="${slotAt}">${label}</button></li>`;
}

/** The day that is shown: the one asked for, else the first with a free time, else the first. */
function dayShown(byDay: ReadonlyMap<string, readonly OfferedSlot[]>, asked: string | null): string | undefined {
  if (asked !== null && byDay.has(asked)) return asked;
  const withFree = [...byDay].find(([, slots]) => slots.some(({ free }) => free > 0));
  return withFree?.[0] ?? [...byDay.keys()][0];
}

function dayChips(
  { when, say, to }: PageContext,
  rest: string,
  byDay: ReadonlyMap<string, readonly OfferedSlot[]>,
  shown: string | undefined,
): Html {
  const chips = [...byDay].map(([day, [first]]) => {
    const current = day === shown ? html`aria-current="date"` : null;
    return html`<li>
      <a class="day" href="${to(`${rest}?day=${day}`)}" ${current}>${when.shortDay(first?.slotAt ?? 0)}</a>
    </li>`;
  });
  return html`<nav aria-label="${say('day')}">
    <ul class="days">
      ${chips}
    </ul>
  </nav>`;
}

/** The free times of a service, a day at a time. */
export function slotPage(context: PageContext, choice: SlotChoice): string {
  const { language, centre, say, to } = context;
  const { service, slots, moving, fault } = choice;
  const rest = moving === null ? `/services/${service.id}` : `/bookings/${moving}/move`;
  const byDay = Map.groupBy(slots, ({ slotAt }) => localTime(slotAt, centre.timeZone).date);
  const shown = dayShown(byDay, choice.day);
  const tiles = (byDay.get(shown ?? '') ?? []).map((slot) => slotTile(context, choice, slot));
  const list = html`<ul class="slots">
    ${tiles}
  </ul>`;
  const title = say(moving === null ? 'whichTime' : 'newTime');
  const body = html`
    ${backLink(context, to(moving === null ? '' : `/bookings/${moving}`), 'back')}
    <p class="of">${service.name[language]}</p>
    <h1>${title}</h1>
    ${fault === null ? null : html`<p class="fault" role="alert">${fault}</p>`}
    ${slots.length === 0 ? html`<p class="lead">${say('noneFree')}</p>` : dayChips(context, rest, byDay, shown)}
    ${moving === null ? list : html`<form method="post" action="${to(rest)}">${list}</form>`}
  `;
  return framed(context, title, shown === undefined ? rest : `${rest}?day=${shown}`, body);
}
