-- The staff and their roles.
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('operator', 'supervisor', 'manager', 'auditor')),
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  locked_at INTEGER
) STRICT;

-- What they prove themselves with: argon2id hashes, peppered with a key outside the database. No part of the log.
CREATE TABLE staff_secret (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  pin TEXT NOT NULL,
  second_pin TEXT,
  wrong_pins INTEGER NOT NULL DEFAULT 0,
  wait_until_at INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who is signed in where, by the hash of a key that only that screen has. No part of the log either.
CREATE TABLE session (
  key_hash TEXT PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  device TEXT NOT NULL,
  screen TEXT NOT NULL CHECK (screen IN ('operator', 'manager')),
  began_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE staff_card ADD COLUMN staff_id INTEGER REFERENCES staff (id);

-- How often an operator has called out of order today.
CREATE INDEX event_jump ON event (at, actor) WHERE kind = 'jump';
