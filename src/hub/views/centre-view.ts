import { type Centre, levelsOf } from '../../domain/centre.ts';
import type { CentreView } from '../../protocol/views.ts';

/** What every screen needs to know of the centre; nothing of it changes during a usual day. */
export function centreView(centre: Centre, clock: 'real' | 'demo'): CentreView {
  return {
    id: centre.id,
    name: centre.name,
    timeZone: centre.timeZone,
    groups: [...centre.groups],
    services: centre.services.map(({ dayCap: _cap, isClosed: _closed, papers, ...service }) => ({
      ...service,
      papers: [...papers],
    })),
    classes: centre.classes.map(({ id, name, pictogram }) => ({ id, name, pictogram })),
    halls: [...centre.halls],
    counters: centre.counters.map(({ id, hallId }) => ({ id, hallId, services: levelsOf(centre, id).flat() })),
    kiosks: centre.kiosks.map(({ id, hallId }) => ({ id, hallId })),
    ticker: [...centre.ticker],
    clock,
  };
}
