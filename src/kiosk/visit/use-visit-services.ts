import type { CentreView } from '../../protocol/views/views.ts';
import { useHub } from '../../renderer/use-hub.ts';
import type { ServiceNow } from '../tiles/service-note.ts';
import type { Visit } from './visit.ts';

export type VisitService = CentreView['services'][number] & { readonly now: ServiceNow | undefined };

/** The services of a visit, each as it stands now. */
export function useVisitServices({ services }: Visit): readonly VisitService[] {
  const { centre, kiosk } = useHub().views;
  return services.flatMap(({ id }) => {
    const service = centre?.services.find((one) => one.id === id);
    return service ? [{ ...service, now: kiosk?.services.find((one) => one.id === id) }] : [];
  });
}
