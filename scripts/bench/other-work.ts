import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of /proc (USER_HZ, 100 on every Linux that Node runs on). */
const TICK_MS = 10;

interface Work {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

/** Of one process: user and system time, its own and that of its children that have ended. */
function workOf(pid: number): Work | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name may hold spaces and brackets; what follows its last bracket is numbers.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [, parent = ''] = fields;
    return { pid, parent: Number(parent), ticks: fields.slice(11, 15).reduce((sum, text) => sum + Number(text), 0) };
  } catch {
    return undefined; // It has ended between the listing and the look.
  }
}

/** A process with all that it has started, however deep. */
function treeOf(root: number, all: readonly Work[]): ReadonlySet<number> {
  const tree = new Set([root]);
  let size = 0;
  while (size < tree.size) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return tree;
}

/** Threads of the kernel: they write and send for us and for others, and cannot be told apart. */
const KERNEL = 2;

interface Spent {
  readonly atMs: number;
  readonly busy: number;
  readonly ours: number;
}

function look(): Spent {
  const [user = 0, nice = 0, system = 0, , , , , steal = 0] = (
    readFileSync('/proc/stat', 'latin1').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (workOf(Number(name)) ?? []) : []));
  const [ours, kernel] = [treeOf(process.pid, all), treeOf(KERNEL, all)];
  const own = all.reduce((sum, { pid, ticks }) => (ours.has(pid) || kernel.has(pid) ? sum + ticks : sum), 0);
  return { atMs: performance.now(), busy: user + nice + system + steal, ours: own };
}

/**
 * Measures how many cores other programs take meanwhile, and the machine's own host: the busy time of all cores without
 * that of this process tree. Undefined where there is no /proc.
 */
export function otherWork(): () => number | undefined {
  if (process.platform !== 'linux') return () => undefined;
  const from = look();
  return () => {
    const to = look();
    const ticks = to.busy - from.busy - (to.ours - from.ours);
    return Math.max(0, (ticks * TICK_MS) / (to.atMs - from.atMs));
  };
}
