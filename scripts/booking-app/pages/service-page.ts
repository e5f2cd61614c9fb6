import type { Service } from '../../../src/domain/centre.ts';
import type { OfferedSlot } from '../slot-capacity.ts';
import { apart, framed, type PageContext } from './frame.ts';
import { html, type Html } from './html.ts';

type SlotsOf = (serviceId: string) => readonly OfferedSlot[];

function serviceTile(context: PageContext, service: Service, slots: readonly OfferedSlot[]): Html {
  const { language, say, when, to } = context;
  const next = slots.find(({ free }) => free > 0);
  const name = html`<span class="service-name">${service.name[language]}</span>`;
  if (!next) return html`<li class="tile is-none">${name}<span class="hint">${say('noneFree')}</span></li>`;
  const [before = '', after = ''] = say('nextFree', { when: '\0' }).split('\0');
  return html`<li>
    <a class="tile" href="${to(`/services/${service.id}`)}">
      ${name}
      <span class="hint">${before}${when.shortDay(next.slotAt)} ${apart(when.clock(next.slotAt))}${after}</span>
    </a>
  </li>`;
}

const findForm = ({ say, to }: PageContext, fault: string | null): Html => html`
  <section class="find">
    <h2 id="find">${say('haveOne')}</h2>
    <form action="${to('/bookings')}" method="get">
      <input
        name="code"
        aria-labelledby="find"
        placeholder="${say('code')}"
        maxlength="40"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        required
        ${fault === null ? null : html`aria-describedby="find-fault" aria-invalid="true"`}
      />
      <button>${say('open')}</button>
    </form>
    ${fault === null ? null : html`<p class="fault" id="find-fault" role="alert">${fault}</p>`}
  </section>
`;

/** The services of a centre with the next free time of each, and the way to a booking that was made before. */
export function servicePage(context: PageContext, slotsOf: SlotsOf, fault: string | null): string {
  const { language, centre, say } = context;
  const open = centre.services.filter((service) => !service.isClosed);
  const offers = new Map(open.map(({ id }) => [id, slotsOf(id)]));
  const isPublished = [...offers.values()].some((slots) => slots.length > 0);
  const groups = centre.groups.map((group) => {
    const services = open.filter(({ groupId }) => groupId === group.id);
    const tiles = services.map((service) => serviceTile(context, service, offers.get(service.id) ?? []));
    return html`<section>
      <h2>${group.name[language]}</h2>
      <ul class="tiles">
        ${tiles}
      </ul>
    </section>`;
  });
  const body = html`
    <h1>${say('whichService')}</h1>
    <p class="lead">${say(isPublished ? 'noWait' : 'noneYet')}</p>
    ${groups} ${findForm(context, fault)}
  `;
  return framed(context, say('app'), '', body);
}
