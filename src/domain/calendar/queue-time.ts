import type { Moment } from '../decision.ts';
import { type Calendar, openMsBetween } from './opening-hours.ts';

/**
 * About what the queue clock (ms) showed at an instant of today (epoch ms), or will show: the open hours in between
 * back from now, or ahead of it. So a paper token that is entered late takes the place of the hour written on it. Less
 * than nothing before the queue clock's own beginning; no further than two weeks from now.
 */
export const queueAtOf = (now: Moment, calendar: Calendar, at: number): number =>
  now.queueAt + openMsBetween(calendar, now.at, at) - openMsBetween(calendar, at, now.at);
