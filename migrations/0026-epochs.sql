-- Which of the hubs of this log speaks: a standby that takes over begins the next epoch, and the hub before it stands by.
ALTER TABLE hub ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
ALTER TABLE hub ADD COLUMN superseded_by INTEGER;

-- A standby is a paired machine, too.
CREATE TABLE device_next (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'operator', 'board', 'counterDisplay', 'manager', 'standby')),
  place TEXT,
  cert_hash TEXT NOT NULL UNIQUE,
  paired_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
INSERT INTO device_next SELECT id, name, kind, place, cert_hash, paired_at, revoked_at FROM device;
DROP TABLE device;
ALTER TABLE device_next RENAME TO device;
