-- The screens that a hub with an armed standby needs the majority of, as they changed: ids of devices, as JSON.
-- `confirmed_seq`: the event up to which its standby was known to have copied the log when the set began.
CREATE TABLE in_service (
  seq INTEGER PRIMARY KEY,
  devices TEXT NOT NULL,
  confirmed_seq INTEGER NOT NULL
) STRICT;
