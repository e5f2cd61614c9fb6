/** As much of what was read as a centre's pattern is looked for in, in characters. */
export const LONGEST_READ = 300;

/** Steps that a search may take: about half a second of a small machine. */
const MOST_STEPS = 50_000_000;

/** A reference back, an escape, a class, the ends of a group, a quantifier, and any other sign. */
const PARTS =
  /(?<back>\\[1-9k])|\\.|\[(?:\\.|[^\]\\])*\]|(?<opens>\((?:\?(?:[:=!]|<[=!]|<\w+>))?)|(?<closes>\))|(?<times>[*+?]|\{\d+(?:,\d*)?\})\??|(?<or>\|)|[^]/gu;

/** In how many ways a quantifier can be taken, at most; `isFixed`: it repeats always as often. */
function waysOf(times: string): { readonly ways: number; readonly isFixed: boolean } {
  if (times === '?') return { ways: 2, isFixed: false };
  const [, least, isRange, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(times) ?? [];
  const isFixed = least !== undefined && !isRange;
  return { ways: Number(isFixed ? least : most || LONGEST_READ) + 1, isFixed };
}

/** What is counted from part to part of a pattern. */
interface Count {
  /** From how many places, and in how many ways from each, a search is tried at most. */
  starts: number;
  ways: number;
  /** How many signs each try looks at. */
  length: number;
  /** Whether the groups that are open, the outermost first, hold a choice. */
  readonly open: boolean[];
}

/** What stands before a quantifier. */
type Before = { readonly isGroup: boolean; readonly hasChoice: boolean };
const SIGN: Before = { isGroup: false, hasChoice: false };

const choose = ({ open }: Count): void => void (open[open.length - 1] = true);

function close(count: Count): Before {
  const hasChoice = count.open.pop() === true;
  if (hasChoice) choose(count);
  return { isGroup: true, hasChoice };
}

/** A choice within what repeats is made anew each time: nobody counts those ways. */
function repeat(count: Count, times: string, before: Before): void {
  const { ways, isFixed } = waysOf(times);
  if (isFixed && !before.isGroup) count.length += ways;
  else count.ways *= before.hasChoice && ways > 2 ? Number.POSITIVE_INFINITY : ways;
  if (!isFixed) choose(count);
}

function divide(count: Count): void {
  count.starts = LONGEST_READ;
  count.ways *= 2;
  choose(count);
}

/** How many steps a search with a pattern takes at most. */
function stepsOf(pattern: string): number {
  const starts = pattern.startsWith('^') ? 1 : LONGEST_READ;
  const count: Count = { starts, ways: 1, length: 0, open: [false] };
  let before = SIGN;
  for (const { groups: { back, opens, closes, times, or } = {} } of pattern.matchAll(PARTS)) {
    count.length += 1;
    if (back) count.ways = Number.POSITIVE_INFINITY;
    if (opens) count.open.push(false);
    if (times) repeat(count, times, before);
    if (or) divide(count);
    before = closes ? close(count) : SIGN;
  }
  return count.starts * count.ways * count.length;
}

/**
 * Whether a regular expression finds its place in `LONGEST_READ` characters quickly, whatever they are: an expression
 * that repeats within a repeat, as `(a+)+`, can take longer than the hub has run.
 */
export const isQuickPattern = (pattern: string): boolean => stepsOf(pattern) <= MOST_STEPS;
