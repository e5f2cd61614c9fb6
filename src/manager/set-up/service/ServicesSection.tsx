import type { CentreFile } from '../../../protocol/centre-file.ts';
import type { Words } from '../../../domain/words.ts';
import type { Entry } from '../draft/entries.ts';
import { newId, nextSeries } from '../draft/new-id.ts';
import { stageAt } from '../draft/stage-place.ts';
import { Entries, type EntriesOf } from '../entries/Entries.tsx';
import { nameIn } from '../titles.ts';
import { ServiceForm } from './ServiceForm.tsx';

/** What every new service has of its own: an id that never changes, and the next free letter. */
const own = ({ services, paperSeries }: CentreFile, name: Words) => ({
  id: newId(
    name.en,
    services.map(({ id }) => id),
    'service',
  ),
  series: nextSeries([...services.map(({ series }) => series), ...(paperSeries ? [paperSeries] : [])]),
  name,
});

/** A service that takes its token and goes to one counter, until somebody gives it more stages. */
function newService(file: CentreFile, name: Words): Entry<'services'> {
  const stages = (['kiosk', 'counter'] as const).flatMap((place) => {
    const kind = file.stages.find((stage) => stage.place === place);
    return kind ? [stageAt(place, { stage: kind.id })] : [];
  });
  return { ...own(file, name), group: file.groups[0]?.id ?? '', pictogram: 'document', journey: stages, papers: [] };
}

const SERVICES: EntriesOf<'services'> = {
  list: 'services',
  asks: 'words',
  make: newService,
  copy: (file, service) => ({
    ...service,
    ...own(file, { en: `${service.name.en} 2`, ur: `${service.name.ur} ۲` }),
  }),
  tellOf: ({ series, group, journey, isClosed }, file, reader) =>
    [
      reader.text('tell_series', { series }),
      nameIn([file], 'groups', group, reader),
      reader.text('tell_stages', { count: journey.length }),
      ...(isClosed ? [reader.text('tell_closed')] : []),
    ].join(' · '),
  pictogramOf: ({ pictogram }) => pictogram,
  Form: ServiceForm,
};

export const ServicesSection = () => <Entries of={SERVICES} />;
