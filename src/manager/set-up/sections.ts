import {
  BellRing,
  Building2,
  CalendarCheck,
  CalendarClock,
  ClipboardList,
  FileDown,
  Footprints,
  HeartHandshake,
  History,
  Images,
  LayoutGrid,
  type LucideIcon,
  Monitor,
  Presentation,
  Receipt,
  Rows3,
  ShieldCheck,
  Ticket,
  Warehouse,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { FilePage } from './file/FilePage.tsx';
import { HistoryPage } from './review/HistoryPage.tsx';
import { AlarmsSection } from './sections/AlarmsSection.tsx';
import { AppointmentsSection } from './sections/AppointmentsSection.tsx';
import { BoardsSection } from './sections/BoardsSection.tsx';
import { CentreSection } from './sections/CentreSection.tsx';
import { CountersSection } from './sections/CountersSection.tsx';
import { HoursSection } from './sections/HoursSection.tsx';
import { KiosksSection } from './sections/KiosksSection.tsx';
import { ClassesSection, GroupsSection, HallsSection } from './sections/naming-sections.tsx';
import { ProfilesSection } from './sections/ProfilesSection.tsx';
import { RulesSection } from './sections/RulesSection.tsx';
import { SlipsSection } from './sections/SlipsSection.tsx';
import { StagesSection } from './sections/StagesSection.tsx';
import { TextsSection } from './sections/TextsSection.tsx';
import { ServicesSection } from './service/ServicesSection.tsx';

export type SectionName =
  | 'centre'
  | 'hours'
  | 'appointments'
  | 'slips'
  | 'services'
  | 'groups'
  | 'stages'
  | 'classes'
  | 'halls'
  | 'counters'
  | 'profiles'
  | 'kiosks'
  | 'boards'
  | 'texts'
  | 'alarms'
  | 'rules'
  | 'history'
  | 'file';

export interface Section {
  readonly name: SectionName;
  readonly icon: LucideIcon;
  /** The fields of a centre's file that it shows, so that their faults are counted beside it. */
  readonly fields: readonly string[];
  readonly Body: ComponentType;
}

export interface SectionGroup {
  readonly name: 'house' | 'work' | 'hall' | 'record';
  readonly sections: readonly Section[];
}

/** Every section of the set-up: one more row here is one more section. */
export const SECTION_GROUPS: readonly SectionGroup[] = [
  {
    name: 'house',
    sections: [
      {
        name: 'centre',
        icon: Building2,
        fields: ['id', 'name', 'timeZone', 'dayStart', 'carriedDays', 'standbyTakesOver'],
        Body: CentreSection,
      },
      { name: 'hours', icon: CalendarClock, fields: ['hours', 'holidays'], Body: HoursSection },
      { name: 'appointments', icon: CalendarCheck, fields: ['appointments'], Body: AppointmentsSection },
      {
        name: 'slips',
        icon: Receipt,
        fields: ['slipLanguages', 'islamicDays', 'paperSeries', 'cnicPattern'],
        Body: SlipsSection,
      },
    ],
  },
  {
    name: 'work',
    sections: [
      { name: 'services', icon: ClipboardList, fields: ['services'], Body: ServicesSection },
      { name: 'groups', icon: LayoutGrid, fields: ['groups'], Body: GroupsSection },
      { name: 'stages', icon: Footprints, fields: ['stages'], Body: StagesSection },
      { name: 'classes', icon: HeartHandshake, fields: ['classes'], Body: ClassesSection },
    ],
  },
  {
    name: 'hall',
    sections: [
      { name: 'halls', icon: Warehouse, fields: ['halls'], Body: HallsSection },
      { name: 'counters', icon: Monitor, fields: ['counters'], Body: CountersSection },
      { name: 'profiles', icon: Rows3, fields: ['profiles'], Body: ProfilesSection },
      { name: 'kiosks', icon: Ticket, fields: ['kiosks'], Body: KiosksSection },
      { name: 'boards', icon: Presentation, fields: ['boards'], Body: BoardsSection },
      { name: 'texts', icon: Images, fields: ['ticker'], Body: TextsSection },
      { name: 'alarms', icon: BellRing, fields: ['alarms'], Body: AlarmsSection },
    ],
  },
  {
    name: 'record',
    sections: [
      { name: 'rules', icon: ShieldCheck, fields: ['people', 'retention'], Body: RulesSection },
      { name: 'history', icon: History, fields: [], Body: HistoryPage },
      { name: 'file', icon: FileDown, fields: [], Body: FilePage },
    ],
  },
];

/** Faults at fields that no section shows stand beside the first one. */
export const SHOWN_FIELDS: ReadonlySet<string> = new Set(
  SECTION_GROUPS.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)),
);
