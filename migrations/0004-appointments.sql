-- Bookings of the app. What they say of their citizens lies in `person`.
CREATE TABLE appointment (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('booked', 'cancelled')),
  service_id TEXT NOT NULL,
  slot_at INTEGER NOT NULL,
  language TEXT NOT NULL,
  needs TEXT NOT NULL,
  person_id TEXT,
  -- One booking gives at most one token, and one token comes from at most one booking.
  token_id INTEGER UNIQUE REFERENCES token (id)
) STRICT;
CREATE INDEX appointment_slot ON appointment (slot_at, service_id);
CREATE INDEX appointment_of_person ON appointment (person_id, slot_at) WHERE person_id IS NOT NULL;

-- A second label of a token: two kiosks that were cut off have checked in one booking twice.
CREATE TABLE alias (
  service_day TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  token_id INTEGER NOT NULL REFERENCES token (id),
  PRIMARY KEY (service_day, series, number)
) STRICT, WITHOUT ROWID;

-- How far each feed has come and whether it works, and the rows that it brought and the hall could not take.
CREATE TABLE feed (
  name TEXT PRIMARY KEY,
  cursor TEXT,
  etag TEXT,
  up_at INTEGER,
  down_since_at INTEGER,
  trouble TEXT,
  detail TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE feed_fault (
  id INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,
  place TEXT NOT NULL,
  source_id TEXT,
  fault TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
