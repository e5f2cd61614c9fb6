import { type Centre, countersFor, type Service, servicesAt } from '../../domain/centre.ts';
import { firstCounterStage } from '../../domain/journeys/journey.ts';
import type { CentreView } from '../../protocol/views/views.ts';

function serviceView(centre: Centre, service: Service): CentreView['services'][number] {
  const { id, series, name, groupId, pictogram, papers, identity, journey } = service;
  const { targetMs, serviceMs } = firstCounterStage(service);
  return {
    id,
    series,
    name,
    groupId,
    pictogram,
    identity,
    targetMs,
    serviceMs,
    papers: [...papers],
    journey: journey.map((stage) => ({
      id: stage.id,
      place: stage.place,
      isOptional: stage.isOptional,
      checks: [...stage.checks],
      counters: stage.place === 'counter' ? [...countersFor(centre, id, stage.id)] : [],
    })),
  };
}

/** What every screen needs to know of the centre; nothing of it changes during a usual day. */
export function centreView(
  centre: Centre,
  clock: CentreView['clock'],
  signIn: CentreView['signIn'] = 'byPin',
): CentreView {
  return {
    id: centre.id,
    name: centre.name,
    timeZone: centre.timeZone,
    groups: [...centre.groups],
    services: centre.services.map((service) => serviceView(centre, service)),
    stages: centre.stages.map(({ id, name }) => ({ id, name })),
    appointments: { earlyMs: centre.appointments.earlyMs, lateMs: centre.appointments.lateMs },
    paperSeries: centre.paperSeries,
    cnicPattern: centre.cnicPattern,
    classes: centre.classes.map(({ id, name, pictogram }) => ({ id, name, pictogram })),
    halls: [...centre.halls],
    counters: centre.counters.map(({ id, hallId }) => ({ id, hallId, services: [...servicesAt(centre, id)] })),
    kiosks: centre.kiosks.map(({ id, hallId }) => ({ id, hallId })),
    ticker: [...centre.ticker],
    clock,
    signIn,
  };
}
