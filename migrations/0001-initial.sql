-- The hub's store. The event log is the truth; every other table but `hub` and `command` can be rebuilt from it.

-- Who this store belongs to. One row.
CREATE TABLE hub (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hub_id TEXT NOT NULL,
  centre_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  is_clean_stop INTEGER NOT NULL CHECK (is_clean_stop IN (0, 1))
) STRICT;

-- What happened, in order, each row sealed with a keyed hash over the one before.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  centre_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  queue_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  device TEXT NOT NULL,
  command_id TEXT,
  token_id INTEGER,
  payload TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX event_of_token ON event (token_id, seq) WHERE token_id IS NOT NULL;

-- Every command that was answered, with its answer: a repeat gets the same one.
CREATE TABLE command (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  device TEXT NOT NULL,
  reply TEXT NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The hall as a whole. One row.
CREATE TABLE hall (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  centre TEXT NOT NULL,
  service_day TEXT NOT NULL
) STRICT;

CREATE TABLE token (
  id INTEGER PRIMARY KEY,
  service_day TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  service_id TEXT NOT NULL,
  classes TEXT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'parked', 'noShow', 'left', 'carriedOver')),
  waiting_since INTEGER NOT NULL,
  target_ms INTEGER NOT NULL CHECK (target_ms > 0),
  counter_id INTEGER,
  bound_counter_id INTEGER,
  issued_at INTEGER NOT NULL,
  called_at INTEGER,
  started_at INTEGER,
  ended_at INTEGER,
  waited_ms INTEGER,
  last_call_at INTEGER,
  recall_count INTEGER NOT NULL,
  requeue_count INTEGER NOT NULL,
  return_at INTEGER,
  carried_wait_ms INTEGER NOT NULL,
  carried_turns INTEGER NOT NULL,
  UNIQUE (service_day, series, number)
) STRICT;
-- The head of a line is one look into this index, however many wait.
CREATE INDEX token_waiting ON token (service_id, target_ms, bound_counter_id, waiting_since, id) WHERE state = 'waiting';
-- No board ever shows two equal labels.
CREATE UNIQUE INDEX token_live_label ON token (series, number)
  WHERE state IN ('waiting', 'called', 'serving', 'parked', 'carriedOver');
-- No counter ever holds two open tokens.
CREATE UNIQUE INDEX token_open_at_counter ON token (counter_id) WHERE state IN ('called', 'serving');
CREATE INDEX token_parked ON token (counter_id, id) WHERE state = 'parked';
CREATE INDEX token_carried ON token (id) WHERE state = 'carriedOver';

-- How many wait in each line: kept, so that nobody has to count.
CREATE TABLE line (
  service_id TEXT NOT NULL,
  target_ms INTEGER NOT NULL,
  bound_counter_id INTEGER NOT NULL,
  waiting INTEGER NOT NULL CHECK (waiting >= 0),
  PRIMARY KEY (service_id, target_ms, bound_counter_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
  service_day TEXT NOT NULL,
  name TEXT NOT NULL,
  next_number INTEGER NOT NULL CHECK (next_number > 0),
  PRIMARY KEY (service_day, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE issued (
  service_day TEXT NOT NULL,
  service_id TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (service_day, service_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('closed', 'open', 'onBreak')),
  operator TEXT,
  token_id INTEGER REFERENCES token (id),
  is_auto_call INTEGER NOT NULL CHECK (is_auto_call IN (0, 1)),
  status_at INTEGER NOT NULL,
  last_ended_token_id INTEGER REFERENCES token (id),
  last_ended_at INTEGER
) STRICT;

-- The calls that boards announce, in order.
CREATE TABLE call (
  seq INTEGER PRIMARY KEY,
  token_id INTEGER NOT NULL REFERENCES token (id),
  counter_id INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE slip (
  id INTEGER PRIMARY KEY,
  token_id INTEGER NOT NULL REFERENCES token (id),
  kiosk_id INTEGER NOT NULL,
  printer TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('queued', 'confirmed', 'notSent', 'uncertain')),
  outcome_at INTEGER NOT NULL
) STRICT;
CREATE INDEX slip_of_kiosk ON slip (kiosk_id, id);
