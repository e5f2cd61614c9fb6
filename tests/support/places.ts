import { join } from 'node:path';

export const MIGRATIONS = join(import.meta.dirname, '../../migrations');
export const SCREENS = join(import.meta.dirname, '../../out/web');
export const ROOT = join(import.meta.dirname, '../..');
export const CITIZEN_PAGE = join(import.meta.dirname, '../../out/citizen');
