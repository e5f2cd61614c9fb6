import type { FigureName } from '../../../domain/reports/figures/figures.ts';
import type { Grouping } from '../../../domain/reports/figures/grouping.ts';

/** The figures that are looked at together. */
export const FIGURE_SHEETS = {
  people: ['tokens', 'joined', 'served', 'left', 'carriedOver', 'away'],
  waits: ['waits', 'waitP50Ms', 'waitP90Ms', 'inTargetShare'],
  service: ['calls', 'serves', 'serveP50Ms', 'serveP90Ms', 'completed'],
  exceptions: ['noShows', 'parks', 'transfers', 'requeues', 'jumps', 'overtaken'],
  counterTime: ['openMs', 'servingMs', 'idleMs', 'breakMs'],
  accuracy: ['forecasts', 'forecastMaeMs', 'forecastBiasMs', 'forecastBeyondShare'],
  opinions: ['good', 'fair', 'bad'],
} as const satisfies Record<string, readonly FigureName[]>;
export type FigureSheetName = keyof typeof FIGURE_SHEETS;

export const PLOT_SHEETS = ['hours', 'heat', 'stages', 'counters'] as const;
export type SheetName = FigureSheetName | (typeof PLOT_SHEETS)[number];

export const FIGURE_SHEET_NAMES = Object.keys(FIGURE_SHEETS) as readonly FigureSheetName[];
export const isFigureSheet = (name: SheetName): name is FigureSheetName => Object.hasOwn(FIGURE_SHEETS, name);

/** By what a reader can choose to add up. */
export const CHOSEN_GROUPINGS: readonly Grouping[] = [
  'service',
  'hour',
  'day',
  'week',
  'month',
  'counter',
  'operator',
  'class',
  'channel',
  'stage',
];
