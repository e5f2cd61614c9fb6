/** Whether something could not be stored because the disk has no room left, as SQLite says it. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
