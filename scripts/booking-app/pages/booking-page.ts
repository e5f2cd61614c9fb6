import { toSVG } from 'bwip-js/node';
import { bookingQrText } from '../../../src/domain/appointments/booking-code.ts';
import { findService } from '../../../src/domain/centre.ts';
import { maskCnic, readCnic } from '../../../src/domain/person/cnic.ts';
import type { WireBooking } from '../../../src/protocol/booking-schema.ts';
import { apart, backLink, framed, type PageContext } from './frame.ts';
import { asItIs, html, type Html } from './html.ts';

function qrPicture({ centre, say }: PageContext, code: string): Html {
  const svg = toSVG({ bcid: 'qrcode', text: bookingQrText(centre.id, code), barcolor: '17211c' });
  return html`<div class="qr" role="img" aria-label="${say('qr', { code })}">${asItIs(svg)}</div>`;
}

function whatToDo(context: PageContext, booking: WireBooking): Html {
  const { language, centre, say, to } = context;
  const path = to(`/bookings/${booking.sourceId}`);
  const papers = findService(centre, booking.serviceId)?.papers ?? [];
  return html`
    <p class="lead">${say('come')}</p>
    <section>
      <h2>${say('bring')}</h2>
      <ul class="papers">
        ${papers.map((paper) => html`<li>${paper[language]}</li>`)}
      </ul>
    </section>
    <a class="main quiet" href="${path}/move">${say('move')}</a>
    <details class="cancel">
      <summary>${say('cancel')}</summary>
      <form method="post" action="${path}/cancel">
        <p>${say('cancelNote')}</p>
        <button>${say('cancelSure')}</button>
      </form>
    </details>
  `;
}

/** A booking with its code, to show at the kiosk; from here it is moved and cancelled. */
export function bookingPage(context: PageContext, booking: WireBooking, fault: string | null): string {
  const { language, centre, say, when, to } = context;
  const slotAt = Date.parse(booking.slotAt);
  const isCancelled = booking.status === 'cancelled';
  const cnic = readCnic(booking.cnic);
  const body = html`
    ${backLink(context, to(), 'home')}
    <h1>${say('booked')}</h1>
    ${fault === null ? null : html`<p class="fault" role="alert">${fault}</p>`}
    <article class="ticket ${isCancelled ? 'is-cancelled' : ''}">
      <p class="of">${findService(centre, booking.serviceId)?.name[language] ?? booking.serviceId}</p>
      <p class="time">${apart(when.clock(slotAt))}<span>${when.day(slotAt)}</span></p>
      ${
        isCancelled
          ? html`<p class="stamp">${say('cancelled')}</p>`
          : html`${qrPicture(context, booking.sourceId)}
              <p class="hint">${say('showThis')}</p>`
      }
      <p class="code">${apart(booking.sourceId)}</p>
      <p class="who"><bdi>${booking.name}</bdi> ${cnic === undefined ? null : apart(maskCnic(cnic))}</p>
    </article>
    ${isCancelled ? html`<p class="lead">${say('cancelledNote')}</p>` : whatToDo(context, booking)}
  `;
  return framed(context, say('booked'), `/bookings/${booking.sourceId}`, body);
}
