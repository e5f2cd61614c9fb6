import { randomFrom } from '../../src/domain/random.ts';
import { ForwardPlay } from '../../src/domain/wait-forecast/forward-play.ts';
import { drawDay } from './draw-day.ts';
import { hallOf, learned, oracle, type Knowledge } from './knowledge.ts';
import { playDay } from './play-day.ts';
const seed = Number(process.argv[2] ?? 1);
const days = Number(process.argv[3] ?? 6);
const RUNS = Number(process.argv[4] ?? 300);
const only = process.argv[5]?.split(',');
const one = (shape: any, centre: number, day: number) => {
  const drawn = drawDay(randomFrom(seed * 1_000_003 + centre * 10_007 + day * 101));
  const random = randomFrom(seed + centre * 31 + day);
  const w = drawn.citizens.filter((o) => o.kind !== 'booked').map(({ id }) => ({ id, lot: random.next() }));
  return playDay(shape, drawn, new Set(w.toSorted((a, b) => a.lot - b.lot).slice(0, 40).map((o) => o.id)));
};
const sample = (p: any, k: Knowledge, runs: number, s: number) => {
  const play = new ForwardPlay(hallOf(p, k), randomFrom(s));
  const c = new Float64Array(p.waiting.length + 1);
  const out = new Float64Array(runs);
  for (let r = 0; r < runs; r++) { play.run(c); out[r] = c[p.waiting.length]!; }
  return out.sort();
};
const med = (s: Float64Array) => (s[Math.floor((s.length - 1) / 2)]! + s[Math.floor(s.length / 2)]!) / 2;
const q90 = (s: Float64Array) => s[Math.floor(s.length * 0.9)]!;
const loss = (f: number, s: Float64Array) => s.reduce((a, x) => a + Math.abs(x - f), 0) / s.length;
const sums: Record<string, { real: number; bias: number; exp: number; shift: number; over: number; pit: number[] }> = {};
let n = 0;
for (const [s, shape] of (['lognormal', 'steady', 'two kinds'] as const).entries())
  for (let c = 0; c < 3; c++) {
    const centre = s * 3 + c;
    const known = learned(Array.from({ length: 7 }, (_, d) => one(shape, centre, d).record));
    const truth = oracle(shape, randomFrom(seed + 77));
    let v: Record<string, Knowledge> = {
      again: truth,
      ours: known,
      laws: { ...known, laws: truth.laws },
      stretch: { ...known, stretchAt: truth.stretchAt },
      lawsAndStretch: { ...known, laws: truth.laws, stretchAt: truth.stretchAt },
      arrivals: { ...known, arrivalsAt: truth.arrivalsAt },
      plans: { ...known, plans: truth.plans },
      absence: { ...known, absence: truth.absence, absenceLaw: truth.absenceLaw },
      next: { ...known, nextShare: truth.nextShare },
      booking: { ...known, booking: truth.booking },
    };
    if (only) v = Object.fromEntries(Object.entries(v).filter(([k]) => only.includes(k)));
    for (let d = 0; d < days; d++) {
      const { pictures, waits } = one(shape, centre, 7 + d);
      pictures.forEach((p, i) => {
        n++;
        const best = sample(p, truth, 1000, d * 40 + i + 1);
        const m0 = med(best);
        const other = best; 
        for (const name of ['oracle', ...Object.keys(v)]) {
          const f = name === 'oracle' ? best : sample(p, v[name]!, RUNS, d * 40 + i);
          const m = med(f);
          const t = (sums[name] ??= { real: 0, bias: 0, exp: 0, shift: 0, over: 0, pit: Array(10).fill(0) });
          t.real += Math.abs(m - waits[i]!); t.bias += m - waits[i]!; t.exp += loss(m, other); t.shift += m - m0;
          { const w = waits[i]!; const lo = f.filter((x) => x < w - 1).length, eq = f.filter((x) => Math.abs(x - w) <= 1).length; for (let j = 0; j < 20; j++) t.pit[Math.min(9, Math.floor(((lo + (eq * (j + 0.5)) / 20) / f.length) * 10))]! += 1 / 20; }
          t.over += waits[i]! > q90(f) ? 1 : 0;
        }
      });
    }
  }
const o = sums['oracle']!;
for (const [name, t] of Object.entries(sums)) console.log(seed, name.padEnd(16), 'mae', (t.real / n / 60000).toFixed(3), 'ratio', (100 * (t.real / o.real - 1)).toFixed(2), 'expected', (100 * (t.exp / o.exp - 1)).toFixed(2), 'bias', (t.bias / n / 60000).toFixed(2), 'shift', (t.shift / n / 60000).toFixed(3), 'over', (100 * t.over / n).toFixed(1), 'pit', t.pit.map((x) => (100 * x / n).toFixed(1)).join(' '));
