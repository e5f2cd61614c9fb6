import type { Role } from '../domain/people/role.ts';
import { roleMay } from './use-may.ts';
import type { Page } from './use-page.ts';

/** Pages that belong together, as the header shows them; the first of a group is where its link leads. */
export const GROUPS = {
  wall: ['wall'],
  work: ['today', 'applications', 'appointments', 'paper'],
  figures: ['reports', 'replay', 'what-if', 'forecasts', 'feedback'],
  centre: ['set-up', 'people', 'devices', 'integrations', 'records'],
} as const satisfies Readonly<Record<string, readonly Page[]>>;
export type Group = keyof typeof GROUPS;

/** What the back office and whoever enters paper tokens use of the manager's screen. */
const OPERATOR_PAGES: readonly Page[] = ['applications', 'paper'];

/** The pages that somebody of a role sees, by group; groups without any are left out. */
export function groupsFor(
  role: Role | undefined,
): readonly { readonly name: Group; readonly pages: readonly Page[] }[] {
  const sees = (page: Page) =>
    role === 'operator' ? OPERATOR_PAGES.includes(page) : page !== 'paper' || roleMay(role ?? 'nobody', 'enterPaper');
  return (Object.keys(GROUPS) as Group[])
    .map((name) => ({ name, pages: GROUPS[name].filter(sees) }))
    .filter(({ pages }) => pages.length > 0);
}
