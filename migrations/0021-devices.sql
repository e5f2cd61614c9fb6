-- Machines that were paired with this hub, each known by the certificate that the hub gave it.
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'operator', 'board', 'counterDisplay', 'manager')),
  place TEXT,
  cert_hash TEXT NOT NULL UNIQUE,
  paired_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
