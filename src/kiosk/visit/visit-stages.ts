import { firstVisitStages } from '../../domain/journeys/journey.ts';
import type { CentreView } from '../../protocol/views/views.ts';

type Service = CentreView['services'][number];

/** The counters' stages that a citizen walks through today. */
export const stagesOfVisit = ({ journey }: Pick<Service, 'journey'>): readonly string[] =>
  firstVisitStages(journey).map(({ id }) => id);

/** The papers of all of them, each once. */
export function papersOf(services: readonly Pick<Service, 'papers'>[]): Service['papers'] {
  const all = services.flatMap(({ papers }) => papers);
  return all.filter((paper, at) => all.findIndex((one) => one.en === paper.en) === at);
}

const STRENGTH = { none: 0, optional: 1, required: 2 } as const;

/** Whether the CNIC is asked for: the most that any of them asks. */
export const identityOf = (services: readonly Pick<Service, 'identity'>[]): Service['identity'] =>
  services.map(({ identity }) => identity).toSorted((a, b) => STRENGTH[b] - STRENGTH[a])[0] ?? 'none';
