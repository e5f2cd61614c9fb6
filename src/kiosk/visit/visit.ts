/** What a citizen has chosen for one token: the services with their groups, the classes, and the CNIC where one was given. */
export interface Visit {
  readonly services: readonly { readonly id: string; readonly groupId: string }[];
  readonly classes: readonly string[];
  readonly cnic?: string;
}

/** Most services of one visit, as the hub takes them. */
export const MOST_SERVICES = 5;

export const NO_VISIT: Visit = { services: [], classes: [] };

export const isNoVisit = ({ services }: Visit): boolean => services.length === 0;

export const isChosen = ({ services }: Visit, id: string): boolean => services.some((one) => one.id === id);

export const withService = (visit: Visit, id: string, groupId: string): Visit => ({
  ...visit,
  services: [...visit.services, { id, groupId }],
});

export const withoutService = (visit: Visit, id: string): Visit => ({
  ...visit,
  services: visit.services.filter((one) => one.id !== id),
});

/** The choice before the last one: a visit of one service is none. */
export function withoutLast(visit: Visit): Visit {
  const services = visit.services.slice(0, -1);
  return services.length === 0 ? NO_VISIT : { ...visit, services };
}

/** The visit without the number of the card. */
export const withoutCnic = ({ services, classes }: Visit): Visit => ({ services, classes });
