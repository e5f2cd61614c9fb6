import type { StagePlace } from '../../../domain/journeys/journey.ts';
import type { CentreFile } from '../../../protocol/centre-file.ts';

type FileStage = CentreFile['services'][number]['journey'][number];

/** What a stage of that place is planned with until somebody says better. */
const USUAL: Readonly<Record<StagePlace, Partial<FileStage>>> = {
  kiosk: {},
  counter: { targetMinutes: 15, serviceMinutes: 3 },
  backOffice: { dueHours: 24 },
  citizen: { dueHours: 240 },
};

/** A stage of a journey by the place where it is worked through; what it was planned with elsewhere goes. */
export function stageAt(place: StagePlace, stage: FileStage): FileStage {
  const { targetMinutes, serviceMinutes, dueHours, ...rest } = stage;
  const known = { targetMinutes, serviceMinutes, dueHours };
  const times = Object.entries(USUAL[place]).map(([name, usual]) => [name, known[name as keyof typeof known] ?? usual]);
  return { ...rest, ...Object.fromEntries(times) };
}

/** The file with a kind of stage at another place, in every journey that has it. */
export const withStagePlace = (file: CentreFile, stageId: string, place: StagePlace): CentreFile => ({
  ...file,
  stages: file.stages.map((kind) => (kind.id === stageId ? { ...kind, place } : kind)),
  services: file.services.map((service) => ({
    ...service,
    journey: service.journey.map((stage) => (stage.stage === stageId ? stageAt(place, stage) : stage)),
  })),
});
