-- A slip prints at a kiosk, or at the counter where an application is filed.
CREATE TABLE slip_next (
  id INTEGER PRIMARY KEY,
  token_id INTEGER NOT NULL REFERENCES token (id),
  kind TEXT NOT NULL CHECK (kind IN ('token', 'tracking')),
  kiosk_id INTEGER,
  counter_id INTEGER,
  printer TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('queued', 'confirmed', 'notSent', 'uncertain')),
  outcome_at INTEGER NOT NULL,
  CHECK ((kiosk_id IS NULL) <> (counter_id IS NULL))
) STRICT;
INSERT INTO slip_next SELECT id, token_id, 'token', kiosk_id, NULL, printer, outcome, outcome_at FROM slip;
DROP TABLE slip;
ALTER TABLE slip_next RENAME TO slip;
CREATE INDEX slip_of_kiosk ON slip (kiosk_id, id) WHERE kiosk_id IS NOT NULL;
CREATE INDEX slip_of_counter ON slip (counter_id, id) WHERE counter_id IS NOT NULL;
