import {
  Accessibility,
  ArrowLeftRight,
  Baby,
  Banknote,
  Car,
  FileText,
  Fingerprint,
  Flower2,
  Gem,
  House,
  IdCard,
  Landmark,
  type LucideIcon,
  Mail,
  Milk,
  Receipt,
  ReceiptText,
  Route,
  ShieldCheck,
  Stamp,
  TicketCheck,
  TrafficCone,
  UserRound,
  Users,
} from 'lucide-react';

/** The pictograms that a centre's file can name. An unknown name gets a plain one. */
const PICTOGRAMS: Readonly<Record<string, LucideIcon>> = {
  'id-card': IdCard,
  car: Car,
  family: Users,
  bank: Landmark,
  mail: Mail,
  licence: TicketCheck,
  home: House,
  shield: ShieldCheck,
  fine: TrafficCone,
  fingerprint: Fingerprint,
  bill: ReceiptText,
  transfer: ArrowLeftRight,
  receipt: Receipt,
  rings: Gem,
  baby: Baby,
  document: FileText,
  flower: Flower2,
  stamp: Stamp,
  route: Route,
  elder: UserRound,
  wheelchair: Accessibility,
  infant: Milk,
  cash: Banknote,
};

/** The names of all of them, for who chooses one. */
export const PICTOGRAM_NAMES: readonly string[] = Object.keys(PICTOGRAMS);

export function Pictogram({ name }: { readonly name: string }) {
  const Icon = PICTOGRAMS[name] ?? FileText;
  return <Icon aria-hidden="true" width="1em" height="1em" strokeWidth={1.75} />;
}
