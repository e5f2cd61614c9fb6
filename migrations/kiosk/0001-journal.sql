-- What a kiosk keeps on its own disk: what it needs to go on alone, and every number that it gave so.
CREATE TABLE kept (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE given (
  id INTEGER PRIMARY KEY,
  lease_id TEXT NOT NULL,
  turn INTEGER NOT NULL,
  mark TEXT NOT NULL,
  service_day TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  contact_at INTEGER NOT NULL,
  contact_queue_at INTEGER NOT NULL,
  command_id TEXT NOT NULL UNIQUE,
  merge_id TEXT NOT NULL UNIQUE,
  told TEXT NOT NULL,
  result TEXT NOT NULL,
  slip TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('given', 'merged', 'refused')),
  reply TEXT,
  UNIQUE (lease_id, number)
) STRICT;
CREATE INDEX given_to_merge ON given (id) WHERE state = 'given';

CREATE TABLE printed (
  id INTEGER PRIMARY KEY,
  given_id INTEGER NOT NULL REFERENCES given (id) ON DELETE CASCADE,
  outcome TEXT NOT NULL CHECK (outcome IN ('queued', 'confirmed', 'notSent', 'uncertain')),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX printed_of ON printed (given_id);
