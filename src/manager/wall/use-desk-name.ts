import { useCentre } from '../use-centre.ts';

/** The name of a desk: of its service, or of the stage that it does for many. */
export function useDeskName(): (deskId: string) => string {
  const { serviceName, stageName } = useCentre();
  return (deskId) => {
    const [id = '', profile] = deskId.split('@');
    return profile === undefined ? serviceName(id) : stageName(id);
  };
}
