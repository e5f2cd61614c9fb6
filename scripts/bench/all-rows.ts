import type { Row } from './row.ts';
import { boards } from './rows/boards.ts';
import { growth } from './rows/growth.ts';
import { issue, issueOnSlowDisk } from './rows/issue.ts';
import { mixed, slowDisk } from './rows/mixed.ts';
import { memory } from './rows/memory.ts';
import { phones } from './rows/phones.ts';
import { largeStore } from './rows/large-store.ts';
import { pick } from './rows/pick.ts';
import { comeBack } from './rows/return.ts';
import { operators } from './rows/operators.ts';
import { callToPaint, firstPaints, frames } from './rows/screens.ts';
import { shipped } from './rows/shipped.ts';
import { slip } from './rows/slip.ts';

/** Everything that is measured, in the order of the table. */
export const ROWS: readonly Row[] = [
  issue,
  issueOnSlowDisk,
  boards,
  operators,
  mixed,
  slowDisk,
  memory,
  comeBack,
  pick,
  growth,
  largeStore,
  phones,
  slip,
  shipped,
  firstPaints,
  callToPaint,
  frames,
];
