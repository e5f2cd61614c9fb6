interface Progress {
  readonly minutes: number;
  readonly arrived: number;
  readonly of: number;
  readonly open: number;
}

let shown = '';

/** One line that is written over itself on a terminal, and now and then elsewhere. */
export function progressLine({ minutes, arrived, of, open }: Progress): void {
  const clock = `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  const line = `  ${clock} after opening · ${arrived} of ${of} citizens have come · ${open} counters busy`;
  if (process.stdout.isTTY && line !== shown) process.stdout.write(`\r${line}   `);
  else if (!process.stdout.isTTY && minutes % 60 === 0 && !shown.startsWith(`  ${clock}`)) console.log(line);
  shown = line;
}
