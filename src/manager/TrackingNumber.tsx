import { writeTrackingNumber } from '../domain/journeys/tracking-number.ts';

/** A tracking number as it stands on the slip, whole and left to right in any language. */
export const TrackingNumber = ({ number }: { readonly number: string }) => (
  <span className="num" dir="ltr">
    {writeTrackingNumber(number)}
  </span>
);
