import type { ComponentType } from 'react';
import type { FirstRunOffer } from '../../protocol/first-run.ts';
import { CentreStep } from './steps/CentreStep.tsx';
import { CountersStep } from './steps/CountersStep.tsx';
import { HoursStep } from './steps/HoursStep.tsx';
import { KiosksStep } from './steps/KiosksStep.tsx';
import { ServicesStep } from './steps/ServicesStep.tsx';

export interface StepProps {
  readonly offer: FirstRunOffer;
}

export interface Step {
  readonly name: 'centre' | 'hours' | 'services' | 'counters' | 'kiosks';
  /** The fields of a centre's file that it fills: it is left when they have no fault. */
  readonly fields: readonly string[];
  readonly Body: ComponentType<StepProps>;
}

/**
 * The questions of the first run, in their order, before the summary. One row more is one step more: who manages the
 * centre, with a PIN, is asked here as soon as the hub knows people; it is sent beside the file (`FirstRunEnd`).
 */
export const STEPS: readonly Step[] = [
  { name: 'centre', fields: ['name', 'timeZone'], Body: CentreStep },
  { name: 'hours', fields: ['hours', 'holidays'], Body: HoursStep },
  { name: 'services', fields: ['services', 'groups'], Body: ServicesStep },
  { name: 'counters', fields: ['counters', 'profiles'], Body: CountersStep },
  { name: 'kiosks', fields: ['kiosks'], Body: KiosksStep },
];
